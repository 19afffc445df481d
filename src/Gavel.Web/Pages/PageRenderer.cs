using System.Diagnostics.CodeAnalysis;
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

    [ThreadStatic]
    private static StreamWriter? _writer;

    /// <summary>A renderer of its own for each page: one that is used again keeps what it rendered and gets slower.</summary>
    public static PageContent Render<TComponent, TModel>(TModel model) where TComponent : IComponent where TModel : class
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        // The pages wait for nothing, so the task is over when it is given.
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })).ConfigureAwait(true);
            // One buffer a thread, for all its pages: each would let go of twice its size.
            var writer = _writer ??= new StreamWriter(new MemoryStream(64 * 1024), Encoding, 8 * 1024);
            var bytes = (MemoryStream)writer.BaseStream;
            bytes.SetLength(0);
            root.WriteHtmlTo(writer);
            writer.Flush();
            return new PageContent(bytes.ToArray(), "text/html; charset=utf-8");
        }).GetAwaiter().GetResult();
    }

    /// <summary>Pages ask for nothing; a container would cost more than a page.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ILoggerFactory) ? NullLoggerFactory.Instance : serviceType == typeof(IComponentActivator) ? Plain : null;

        private static PlainActivator Plain { get; } = new();
    }

    /// <summary>Components take nothing when they are made: the activator of the platform compiles an expression for each of them all the same.</summary>
    private sealed class PlainActivator : IComponentActivator
    {
        public IComponent CreateInstance([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
