using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class TitleLearnerTests
{
    [Theory]
    [InlineData("IP-$IP_Number: $IP_Title", "IP-{number}: {title}")]
    [InlineData("SPEC Number - Title", "SPEC {number} - {title}")]
    [InlineData("<SPEC-Number>-<Short Title>", "SPEC-{number}-{title}")]
    [InlineData("<Number>-<Short Title>", "{number}-{title}")]
    [InlineData("EP-NNNN: Your short, descriptive title", "EP-{number}: {title}")]
    [InlineData("RFC 0000: Name of the feature", "RFC {number}: {title}")]
    [InlineData("1. Title of the decision", "{number}. {title}")]
    [InlineData("ADR {ADR-NUMBER}: {TITLE}", "ADR {number}: {title}")]
    [InlineData("XEP-#### - Title", "XEP-{number} - {title}")]
    [InlineData("ZIP-X: Title", "ZIP-{number}: {title}")]
    [InlineData("{short title}", "{title}")]
    [InlineData("<RFC title>", "{title}")]
    [InlineData("Proposal: [Title]", "Proposal: {title}")]
    [InlineData("Feature name", "{title}")]
    [InlineData("Example Spec - The title of your blueprint", "{title}")]
    [InlineData("Acme Improvement Proposal Template", "{title}")]
    [InlineData("Title (Ex. 0000: New Lamps)", "{number}: {title}")]
    [InlineData("Heading (for example 0000: New Lamps)", "{number}: {title}")]
    [InlineData("NUMBER. TITLE", "{number}. {title}")]
    [InlineData("<GAP NUMBER>. <GAP TITLE>", "{number}. {title}")]
    [InlineData("[FEATURE] Design Document", "{title} Design Document")]
    public void The_pattern_is_read_from_the_templates_title(string heading, string pattern) => Assert.Equal(pattern, TitleLearner.Read(heading).Pattern.ToString());

    [Fact]
    public void A_plain_title_is_doubtful() => Assert.Equal(Confidence.Low, TitleLearner.Read("Neat Idea").Confidence);
}
