namespace Gavel.Storage.Sqlite;

/// <summary>What was done to a store.</summary>
/// <param name="HasOtherTitles">The words of titles changed, or how many titles have them.</param>
/// <param name="HasOtherNames">The names of facts did.</param>
/// <param name="IsAnew">Nothing is as it was.</param>
internal sealed record StoreChange(StoreDifference Difference, bool HasOtherTitles, bool HasOtherNames, bool IsAnew);
