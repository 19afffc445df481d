using System.Collections.Frozen;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>What the commands of TeX that stand for one sign mean.</summary>
internal static class TexSymbols
{
    /// <summary>Letters: a command and its sign, in turn.</summary>
    private static readonly FrozenDictionary<string, string> Letters = Pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ "
        + "sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
        + "infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ top ⊤ bot ⊥ imath ı jmath ȷ prime ′ angle ∠ degree °");

    private static readonly FrozenDictionary<string, string> Operators = Pairs(
        "times × div ÷ cdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ pm ± mp ∓ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ cap ∩ cup ∪ setminus ∖ smallsetminus ∖ amalg ⨿ dagger † "
        + "le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ ll ≪ gg ≫ lt < gt > equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ triangleq ≜ doteq ≐ coloneqq ≔ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ asymp ≍ "
        + "in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ sqsubseteq ⊑ mid ∣ nmid ∤ parallel ∥ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ "
        + "forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵ colon : "
        + "to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ uparrow ↑ downarrow ↓ Uparrow ⇑ Downarrow ⇓ hookrightarrow ↪ rightharpoonup ⇀ leadsto ⇝ nearrow ↗ searrow ↘ "
        + "dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ "
        + "lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ backslash \\ "
        + "square □ Box □ blacksquare ■ triangle △ checkmark ✓ bmod mod");

    /// <summary>Signs whose bounds stand above and below them.</summary>
    private static readonly FrozenDictionary<string, string> Large = Pairs(
        "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ lim lim limsup lim\u00a0sup liminf lim\u00a0inf max max min min sup sup inf inf argmax arg\u00a0max argmin arg\u00a0min Pr Pr gcd gcd det det");

    private static readonly FrozenDictionary<string, string> Integrals = Pairs("int ∫ iint ∬ iiint ∭ oint ∮");

    private static readonly FrozenSet<string> Functions = "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh deg dim hom ker arg".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Marks above; below where the name begins with <c>under</c>.</summary>
    private static readonly FrozenDictionary<string, string> Accents = Pairs(
        "bar ¯ overline ¯ hat ^ widehat ^ tilde ~ widetilde ~ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` mathring ˚ overbrace ⏞ underbrace ⏟ underline _");

    /// <summary>In ems.</summary>
    private static readonly FrozenDictionary<string, string> Spaces = Pairs(", 0.17 : 0.22 > 0.22 ; 0.28 ! -0.17 enspace 0.5 quad 1 qquad 2 thinspace 0.17 medspace 0.22 thickspace 0.28");

    /// <summary>Environments, with the signs around their rows; a dot is none.</summary>
    private static readonly FrozenDictionary<string, string> Tables = Pairs(
        "matrix .. smallmatrix .. pmatrix () bmatrix [] Bmatrix {} vmatrix || Vmatrix ‖‖ cases {. dcases {. rcases .} array .. aligned .. align .. align* .. alignedat .. gathered .. gather .. gather* .. split .. eqnarray .. eqnarray* .. equation .. equation* .. multline .. multline* ..");

    public static string? Letter(string name) => Letters.GetValueOrDefault(name);

    public static string? Operator(string name) => Operators.GetValueOrDefault(name);

    public static string? LargeOperator(string name) => Large.GetValueOrDefault(name);

    public static string? Integral(string name) => Integrals.GetValueOrDefault(name);

    public static string? Accent(string name) => Accents.GetValueOrDefault(name);

    public static string? Space(string name) => Spaces.GetValueOrDefault(name);

    public static string? Table(string name) => Tables.GetValueOrDefault(name);

    public static bool IsFunction(string name) => Functions.Contains(name);

    /// <summary>Says how a formula or its numbers are to stand and adds nothing to it.</summary>
    public static bool IsSilent(string name) => name is "displaystyle" or "textstyle" or "scriptstyle" or "scriptscriptstyle" or "limits" or "nolimits" or "nonumber" or "notag" or "allowbreak" or "hfill" or "strut" or "normalsize" or "small" or "large";

    private static FrozenDictionary<string, string> Pairs(string words)
    {
        var parts = words.Split(' ');
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < parts.Length; i += 2) pairs[parts[i]] = parts[i + 1];
        return pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
