namespace Web.Tests.Rendering;

public class Formulas_in_texts
{
    [Theory]
    [InlineData("at most $f_{a} \\cdot f_{b}$ fail", "at most <code class=\"math\">f_{a} \\cdot f_{b}</code> fail")]
    [InlineData("*a block is $A_{t-1}$*", "<em>a block is <code class=\"math\">A_{t-1}</code></em>")]
    [InlineData("$\\{ a\\_b \\}$", "<code class=\"math\">\\{ a\\_b \\}</code>")]
    [InlineData("$`a<b`$", "<code class=\"math\">a&lt;b</code>")]
    [InlineData("$$b^* * s^*$$", "<code class=\"math display\">b^* * s^*</code>")]
    [InlineData("$$\nx \\\\\ny\n$$", "<code class=\"math display\">x \\\\\ny</code>")]
    [InlineData("```math\n\\sum_i x_i\n```", "<code class=\"math display\">\\sum_i x_i</code>")]
    public void A_formula_in_Markdown_keeps_each_of_its_characters(string text, string html) =>
        Assert.Contains(html, Rendered.Markdown("# T\n\nText.\n\n" + text + "\n").Html, StringComparison.Ordinal);

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
        Assert.Contains("<code class=\"math\">H \\beta - r_1</code>", html, StringComparison.Ordinal);
        Assert.Contains("<p data-line=\"6\"><code class=\"math display\">S = (H \\beta - r)^T *x*</code></p>", html, StringComparison.Ordinal);
    }
}
