using System.Collections.Frozen;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Words of licences.</summary>
internal static class LicenceWords
{
    /// <summary>A text with one of these says under which terms it stands.</summary>
    public static readonly string[] Phrases =
    [
        "public domain", "creative commons", "licensed under", "licenced under", "under the terms of", "cc0", "cc-by", "spdx-license-identifier",
        "copyright and related rights",
    ];

    /// <summary>Headings of the section that holds the licence.</summary>
    public static readonly FrozenSet<string> Headings =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "copyright", "licence", "license", "licensing", "copyright notice", "copyright and license", "copyright and licence", "copyright waiver");
}
