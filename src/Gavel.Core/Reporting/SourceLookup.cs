using Gavel.Core.Text;

namespace Gavel.Core.Reporting;

/// <summary>The text of a file that a diagnostic names; null when it is gone.</summary>
public delegate SourceText? SourceLookup(string path);
