using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Catalogs;

/// <summary>A cell of an index row that says one datum.</summary>
public sealed record IndexCell(string Column, string Value, Place At);

/// <summary>A row of an index: a table row, a list item or an entry of a toctree.</summary>
/// <param name="Id">The proposal that it is about; null when it names none that exists.</param>
/// <param name="Label">The id, number or name as the row writes it.</param>
/// <param name="Target">The path that its link leads to, relative to the root; null without a link into the tree.</param>
public sealed record IndexRow(string? Id, string Label, string? Target, string? Title, IndexCell? Status, ImmutableArray<IndexCell> Cells, Place At)
{
    /// <summary>The number that the row reserves, also where no proposal has it; null where it shows none.</summary>
    public int? Number { get; init; }

    public IndexCell? TitleCell { get; init; }

    /// <summary>The heading over the row's list or table; empty when there is none.</summary>
    public string Group { get; init; } = "";
}

/// <summary>The table or list that a project keeps of its proposals.</summary>
/// <param name="NextNumber">What the page says the next number is, and where; null when it does not.</param>
public sealed record IndexTable(string Path, string Process, ImmutableArray<IndexRow> Rows, (int Number, Place At)? NextNumber)
{
    /// <summary>A table that has its head and no row yet; null where there is none.</summary>
    public IndexHead? Empty { get; init; }
}

/// <summary>The head of a table that waits for its first row.</summary>
/// <param name="At">The whole table as it is.</param>
/// <param name="Columns">What each column holds: <c>number</c>, <c>title</c>, <c>status</c>, <c>link</c>, or empty where it is not known.</param>
public sealed record IndexHead(Place At, ImmutableArray<string> Columns);
