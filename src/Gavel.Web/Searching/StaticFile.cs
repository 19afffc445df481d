namespace Gavel.Web.Searching;

/// <summary>A file of the static search index.</summary>
/// <param name="Path">Relative to the index's folder, with <c>/</c>.</param>
public sealed record StaticFile(string Path, byte[] Bytes);
