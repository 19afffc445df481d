using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>Which closing quotes and brackets match an opening one; the quoting styles of several languages count.</summary>
internal static class QuotePairs
{
    public static bool Match(char open, char close) => open switch
    {
        '"' or '\'' => open == close,
        '(' => close == ')',
        '<' => close == '>',
        '[' => close == ']',
        '{' => close == '}',
        < '\x80' => false,
        '«' => close == '»',
        '»' => close is '«' or '»',
        '‘' => close is '’' or '‚',
        '’' => close is '‘' or '’',
        '‚' => close is '‘' or '’' or '‚',
        '“' => close is '”' or '„',
        '„' => close is '“' or '”' or '„',
        '”' => close is '“' or '”',
        '‹' => close == '›',
        '›' => close is '‹' or '›',
        '‛' => close == '‛',
        '‟' => close == '‟',
        '［' or '｛' => close == open + 2,
        '\ufd3f' => close == '\ufd3e',
        _ => CharUnicodeInfo.GetUnicodeCategory(open) switch
        {
            UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => close == open + 1,
            UnicodeCategory.FinalQuotePunctuation => close == open - 1,
            _ => false,
        },
    };
}
