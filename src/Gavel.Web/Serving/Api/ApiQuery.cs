using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary>What stands behind the question mark of an address of the interface.</summary>
internal static class ApiQuery
{
    /// <summary>A filter that is misspelled would filter nothing, and one that is given twice not what was meant.</summary>
    /// <returns>The parameter and what is wrong with it; null where nothing is.</returns>
    public static (string Name, string Why)? FindFault(IQueryCollection query, ApiParameter[] parameters)
    {
        foreach (var (name, values) in query)
        {
            var known = Array.Find(parameters, p => !p.IsInPath && p.Name == name);
            if (known is null) return (name, $"there is no such parameter here; there is {Names(parameters)}");
            if (!known.IsMany && values.Count > 1) return (name, "given more than once");
        }
        return null;
    }

    private static string Names(ApiParameter[] parameters) =>
        parameters.Where(p => !p.IsInPath).Select(p => p.Name).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "none";
}
