namespace Gavel.Storage.Files;

internal enum ChangeStepKind
{
    /// <summary>A temporary file takes the place of a file that is there.</summary>
    Replace,

    /// <summary>A temporary file takes a name where nothing is.</summary>
    Create,

    /// <summary>A file or folder gets another name, where nothing is.</summary>
    Move,

    /// <summary>A folder is made; nothing to do where it is there.</summary>
    MakeFolder,

    /// <summary>A folder is removed if it is empty.</summary>
    RemoveFolder,
}

/// <summary>One step of a change that is written down before it is done.</summary>
/// <param name="From">Relative to the root, with <c>/</c>; for folders the same as <paramref name="To"/>.</param>
internal readonly record struct ChangeStep(ChangeStepKind Kind, string From, string To)
{
    /// <summary>Does the step, or nothing if it is done already: whoever calls knows that all steps before it are.</summary>
    public void Do(string root)
    {
        var (from, to) = (Full(root, From), Full(root, To));
        switch (Kind)
        {
            case ChangeStepKind.Replace:
                if (File.Exists(from)) File.Move(from, to, overwrite: true);
                break;
            case ChangeStepKind.Create:
                if (File.Exists(from)) Create(from, to);
                break;
            case ChangeStepKind.Move:
                if (Directory.Exists(from)) Directory.Move(from, to);
                else if (Path.Exists(from) || new FileInfo(from).LinkTarget is not null) File.Move(from, to, overwrite: false);
                break;
            case ChangeStepKind.MakeFolder:
                Directory.CreateDirectory(to);
                break;
            case ChangeStepKind.RemoveFolder:
                if (Directory.Exists(to) && !Directory.EnumerateFileSystemEntries(to).Any()) Directory.Delete(to);
                break;
        }
    }

    /// <summary>What undoes the step once it was done.</summary>
    /// <param name="backup">A temporary file with what a <see cref="ChangeStepKind.Replace"/> overwrote.</param>
    public ChangeStep Undo(string? backup) => Kind switch
    {
        ChangeStepKind.Replace => new ChangeStep(ChangeStepKind.Replace, backup!, To),
        ChangeStepKind.MakeFolder => new ChangeStep(ChangeStepKind.RemoveFolder, To, To),
        ChangeStepKind.RemoveFolder => new ChangeStep(ChangeStepKind.MakeFolder, To, To),
        _ => new ChangeStep(ChangeStepKind.Move, To, From),
    };

    public static string Full(string root, string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    // A kill may fall between the two halves of a move that does not overwrite (link, unlink): then both names are there.
    private static void Create(string from, string to)
    {
        if (File.Exists(to) && File.ReadAllBytes(from).AsSpan().SequenceEqual(File.ReadAllBytes(to))) File.Delete(from);
        else File.Move(from, to, overwrite: false);
    }
}
