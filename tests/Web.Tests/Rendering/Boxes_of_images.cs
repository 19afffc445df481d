using System.Text;
using Gavel.Web.Pages;

namespace Web.Tests.Rendering;

public class Boxes_of_images
{
    [Theory]
    [InlineData("<svg width='40' height=\"30\">", 40, 30)]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE svg>\n<!-- <svg width='1' height='1'> -->\n<svg viewBox='0 0 640 480.4'>", 640, 480)]
    [InlineData("<svg width='100%' height='100%' viewBox='-5,-5 200 100'>", 200, 100)]
    [InlineData("<svg width='1in' viewBox='0 0 2 1'>", 96, 48)]
    [InlineData("<svg height='50pt' viewBox='0 0 2 1'>", 134, 67)]
    [InlineData("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>", 300, 150)]
    [InlineData("<svg viewBox='0 0 0 0' width='100%'/>", 300, 150)]
    public void A_drawing_has_its_size_else_that_of_its_view_box_else_that_of_browsers(string text, int width, int height)
    {
        Assert.Equal((width, height), ImageSize.Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((width, height), ImageSize.Of([0xff, 0xfe, .. Encoding.Unicode.GetBytes(text)]));
    }

    [Theory]
    [InlineData("<html><svg width='1' height='1'>")]
    [InlineData("svg")]
    [InlineData("<!-- <svg width='1' height='1'>")]
    [InlineData("<")]
    [InlineData("")]
    public void What_is_no_drawing_has_none(string text) => Assert.Null(ImageSize.Of(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("524946460000000057454250565038580000000000000000FF0000" + "7F0000", 256, 128)] // VP8X
    [InlineData("524946460000000057454250565038200000000000000000000040017800", 320, 120)] // VP8
    [InlineData("424D00000000000000000000000028000000" + "0A000000" + "ECFFFFFF", 10, 20)] // BMP from the top
    [InlineData("0000001C66747970617669660000000000000014" + "69737065" + "00000000" + "00000064" + "00000032", 100, 50)] // AVIF
    public void Newer_formats_have_a_box_too(string bytes, int width, int height) =>
        Assert.Equal((width, height), ImageSize.Of(Convert.FromHexString(bytes)));

    [Fact]
    public void A_height_below_every_other_number_is_none() =>
        Assert.Null(ImageSize.Of(Convert.FromHexString("424D00000000000000000000000028000000" + "0A000000" + "00000080")));

    [Theory]
    [InlineData("![a](pictures/a%20b.png)", "width=\"400\" height=\"200\"")]
    [InlineData("<img src=\"pictures/a%20b.png\" alt=\"a\" width=\"100\">", "width=\"100\" height=\"50\"")]
    [InlineData("<img src=\"pictures/a%20b.png\" alt=\"a\" height=\"20px\">", "width=\"40\" height=\"20\"")]
    [InlineData("<img src=\"pictures/a%20b.png\" alt=\"a\" width=\"50%\">", "width=\"340\" height=\"170\"")]
    [InlineData("<img src=\"pictures/a%20b.png\" alt=\"a\" width=\"80\" height=\"80\">", "width=\"80\" height=\"80\"")]
    public void An_image_in_Markdown_has_the_box_that_its_author_asks_for(string text, string box) => Assert.Contains(box, Html("doc/kip-1.md", "# T\n\n" + text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "width=\"400\" height=\"200\"")]
    [InlineData("   :width: 100px\n", "width=\"100\" height=\"50\"")]
    [InlineData("   :scale: 25 %\n", "width=\"100\" height=\"50\"")]
    [InlineData("   :height: 1in\n", "width=\"192\" height=\"96\"")]
    public void An_image_in_restructured_text_too(string options, string box) => Assert.Contains(box, Html("doc/kip-1.rst", "T\n=\n\n.. image:: pictures/a%20b.png\n" + options), StringComparison.Ordinal);

    [Fact]
    public void An_image_that_is_missing_is_its_description_in_the_line() =>
        Assert.Contains("<span class=\"missing-image\">gone</span>", Html("doc/kip-1.md", "# T\n\nSome ![gone](pictures/gone.svg).\n"), StringComparison.Ordinal);

    private static string Html(string path, string text) => Rendered.Text(path, text, Rendered.Site with { SizeOf = static _ => (400, 200) }).Html;
}
