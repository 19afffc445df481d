using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gavel.Web.Pages;

/// <summary>Turns a component into the bytes of a page. Safe for use by several threads.</summary>
internal sealed class PageRenderer
{
    private static readonly NoServices Services = new();
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A renderer of its own for each page: one that is used again keeps what it rendered and gets slower.</summary>
    public static PageContent Render<TComponent, TModel>(TModel model) where TComponent : IComponent where TModel : class
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        // The pages wait for nothing, so the task is over when it is given.
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })).ConfigureAwait(true);
            using var bytes = new MemoryStream(32 * 1024);
            using (var writer = new StreamWriter(bytes, Encoding, 8 * 1024, leaveOpen: true)) root.WriteHtmlTo(writer);
            return new PageContent(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), "text/html; charset=utf-8");
        }).GetAwaiter().GetResult();
    }

    /// <summary>Pages ask for nothing; a container would cost more than a page.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? NullLoggerFactory.Instance : null;
    }
}
