namespace Gavel.Web.Serving.Api;

/// <summary>A parameter of an endpoint, in its path or its query.</summary>
/// <param name="IsMany">May be given several times; any of the values will do.</param>
internal sealed record ApiParameter(string Name, string Says, bool IsInPath = false, bool IsNumber = false, bool IsMany = false);

/// <summary>An endpoint that reads: its route, what the document of the interface says of it, and its work.</summary>
/// <param name="Route">Below <c>/api/v1</c>.</param>
/// <param name="Schema">The command whose JSON Schema its answer follows; null where none does.</param>
internal sealed record ApiEndpoint(string Route, string Summary, string? Schema, ApiParameter[] Parameters, Func<ApiRequest, Task> Handle);
