namespace Gavel.Web.Serving.Api;

/// <summary>A value of the object that a request sends.</summary>
internal sealed record ApiInput(string Name, ApiInputKind Kind, string Says, bool IsRequired = false)
{
    /// <summary>The only values; empty where any will do.</summary>
    public string[] Values { get; init; } = [];
}

internal enum ApiInputKind
{
    Text,
    Number,
    Date,
    YesNo,

    /// <summary>An object of texts.</summary>
    Texts,
}

/// <summary>An endpoint that changes something: its route, what the document of the interface says of it, and its work.</summary>
/// <param name="Route">Below <c>/api/v1</c>.</param>
/// <param name="Schema">The command whose JSON Schema its answer follows.</param>
/// <param name="Success">The status of an answer that says done.</param>
internal sealed record ApiWrite(string Route, string Summary, string Schema, int Success, ApiInput[] Inputs, Func<WriteRequest, Wrote> Handle);
