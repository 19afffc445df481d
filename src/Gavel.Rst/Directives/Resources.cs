using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>Text from other files, which only a caller's resolver gives.</summary>
internal static class Resources
{
    /// <summary>
    /// The content of a directive, or the text of the file or URL that its options name. False, with a message, if there is none;
    /// <paramref name="isForeign"/> says that the text is not the content.
    /// </summary>
    public static bool Text(RstDirectiveCall call, out string text, out bool isForeign)
    {
        text = "";
        var (file, url) = (call.Options.Text("file"), call.Options.Text("url"));
        isForeign = !call.HasContent;
        if (file is not null && url is not null && isForeign)
        {
            call.Fail($"The \"file\" and \"url\" options may not be simultaneously specified for the \"{call.Name}\" directive.");
        }
        else if ((file ?? url) is { } path)
        {
            if (call.Document.Options.Resolver is null)
            {
                call.Fail(RstSeverity.Warning, $"File and URL access deactivated; ignoring \"{call.Name}\" directive.");
            }
            else if (!isForeign)
            {
                call.Fail($"\"{call.Name}\" directive may not both specify an external file and have content.");
            }
            else
            {
                return Find(call, path, file is null, out text);
            }
        }
        else if (isForeign)
        {
            call.Fail(RstSeverity.Warning, $"The \"{call.Name}\" directive requires content; none supplied.");
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>Asks the resolver; false, with a message, if it gives nothing.</summary>
    public static bool Find(RstDirectiveCall call, string path, bool isUrl, out string text)
    {
        text = call.Document.Options.Resolver?.Invoke(new RstResourceRequest(path, call.Name.ToLowerInvariant(), isUrl)) ?? "";
        if (text.Length > 0) return true;
        call.Fail(RstSeverity.Severe, $"Problems with \"{call.Name}\" directive path:\nno text for {PythonText.Quote(path)}.");
        return false;
    }
}
