namespace Web.Tests.Rendering;

public class Formulas_in_texts
{
    [Theory]
    [InlineData("at most $f_{a} \\cdot f_{b}$ fail", "at most <math alttext=\"f_{a} \\cdot f_{b}\">")]
    [InlineData("*a block is $A_{t-1}$*", "<em>a block is <math alttext=\"A_{t-1}\">")]
    [InlineData("$\\{ a\\_b \\}$", "<math alttext=\"\\{ a\\_b \\}\">")]
    [InlineData("$\\\\{ a \\\\}$", "<math alttext=\"\\\\{ a \\\\}\"><mrow><mo stretchy=\"false\">{</mo><mi>a</mi>")]
    [InlineData("$`a<b`$", "<math alttext=\"a&lt;b\">")]
    [InlineData("$$b^* * s^*$$", "<span class=\"formula display\" tabindex=\"0\"><math display=\"block\" alttext=\"b^* * s^*\">")]
    [InlineData("$$\nx \\\\\ny\n$$", "<math display=\"block\" alttext=\"x \\\\\ny\"><mtable><mtr><mtd><mi>x</mi></mtd></mtr>")]
    [InlineData("```math\n\\sum_i x_i\n```", "<math display=\"block\" alttext=\"\\sum_i x_i\"><mrow><munder><mo movablelimits=\"true\">∑</mo><mi>i</mi></munder>")]
    public void A_formula_in_Markdown_keeps_each_of_its_characters(string text, string html) =>
        Assert.Contains(html, Rendered.Markdown("# T\n\nText.\n\n" + text + "\n").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("\\unheard{of}")]
    [InlineData("\\frac{1}")]
    [InlineData("a & b")]
    [InlineData("\\left( x")]
    [InlineData("{x")]
    [InlineData("\\begin{tikzpicture}x\\end{tikzpicture}")]
    [InlineData("\\text{if $x$}")]
    public void A_formula_with_something_unknown_is_shown_as_its_source(string source) =>
        Assert.Contains($"<code class=\"math display\">{System.Net.WebUtility.HtmlEncode(source)}</code>", Rendered.Markdown($"# T\n\nText.\n\n```math\n{source}\n```\n").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>")]
    [InlineData("f'^2", "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>")]
    [InlineData("\\frac{a}{1,000.5}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mn>1,000.5</mn></mrow></mfrac>")]
    [InlineData("\\sqrt[8]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>8</mn></mrow></mroot>")]
    [InlineData("\\mathbb{R}", "<mi mathvariant=\"normal\">ℝ</mi>")]
    [InlineData("\\mathrm{clamp}(x)", "<mi>clamp</mi><mo stretchy=\"false\">(</mo><mi>x</mi>")]
    [InlineData("D_\\text{max value}", "<msub><mi>D</mi><mtext>max&#160;value</mtext></msub>")]
    [InlineData("\\left\\{ x \\right.", "<mrow><mo fence=\"true\" form=\"prefix\" stretchy=\"true\">{</mo><mi>x</mi></mrow>")]
    [InlineData("\\begin{cases} 1 & x \\\\ 2 & y \\end{cases}", "<mtable class=\"cases\"><mtr><mtd><mn>1</mn></mtd><mtd><mi>x</mi></mtd></mtr><mtr>")]
    [InlineData("\\bar{f}_g", "<msub><mover accent=\"true\"><mrow><mi>f</mi></mrow><mo stretchy=\"false\">")]
    [InlineData("\\bar{\\overset{a}{b}}", "<mover accent=\"true\"><mrow><mover><mrow><mi>b</mi></mrow>")]
    [InlineData("a \\not= b", "<mi>a</mi><mo>=\u0338</mo><mi>b</mi>")]
    public void A_formula_is_set(string source, string mathematics) =>
        Assert.Contains(mathematics, Rendered.Markdown($"# T\n\nText.\n\n```math\n{source}\n```\n").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("\\bar")]
    [InlineData("\\sqrt[\\sqrt[")]
    [InlineData("\\left(")]
    [InlineData("x_{")]
    [InlineData("\\begin{matrix}")]
    [InlineData("\\mathrm{\\mathrm{")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("\\not")]
    [InlineData("&\\\\")]
    [InlineData("\ud83d")]
    public void No_formula_is_too_deep(string piece)
    {
        foreach (var times in (int[])[1, 40, 7_000 / piece.Length])
        {
            var source = string.Concat(Enumerable.Repeat(piece, times));
            Assert.Contains("math", Rendered.Markdown($"# T\n\nText.\n\n```math\n{source}\n```\n").Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_formula_says_is_no_markup() =>
        Assert.Contains("alttext=\"&lt;b&gt;&quot;\"><mrow><mo>&lt;</mo><mi>b</mi><mo>&gt;</mo><mo>&quot;</mo></mrow></math>", Rendered.Markdown("# T\n\nText.\n\n```math\n<b>\"\n```\n").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("It costs $5 and $10.")]
    [InlineData("From $200K-$400K a year, or 5$ or 6$.")]
    [InlineData("US$5 or US$10")]
    [InlineData("Set $HOME/$USER and ${A}/${B} and $(A)/$(B).")]
    [InlineData("As $VIP_Number, $VIP_Title.")]
    [InlineData("It costs $$ and $$$.")]
    [InlineData("Read $.a/$.b of it.")]
    public void Money_and_variables_are_no_formulas(string text) =>
        Assert.Contains($">{text}</p>", Rendered.Markdown("# T\n\nText.\n\n" + text + "\n").Html, StringComparison.Ordinal);

    [Fact]
    public void An_escaped_dollar_is_a_dollar() =>
        Assert.Contains("<p data-line=\"5\">from $x$ on</p>", Rendered.Markdown("# T\n\nText.\n\nfrom \\$x\\$ on\n").Html, StringComparison.Ordinal);

    [Fact]
    public void A_formula_in_restructured_text_keeps_each_of_its_characters()
    {
        var html = Rendered.Rst("T\n=\n\nOf :math:`H \\beta - r_1`:\n\n.. math::\n\n   S = (H \\beta - r)^T *x*\n").Html;
        Assert.Contains("<math alttext=\"H \\beta - r_1\">", html, StringComparison.Ordinal);
        Assert.Contains("<p data-line=\"6\"><span class=\"formula display\" tabindex=\"0\"><math display=\"block\" alttext=\"S = (H \\beta - r)^T *x*\">", html, StringComparison.Ordinal);
    }
}
