using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gavel.Core.Searching;
using Gavel.Storage.Files;
using Gavel.Web.Serving.Api;
using Gavel.Web.Serving.Editing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gavel.Web.Serving;

/// <summary>The live server of one repository: the published site's addresses, events, and what programs ask for.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int MostConnections = 2000;

    /// <summary>Bytes that a request may send.</summary>
    internal const int MostBody = 4 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30); // that any answer may take

    private readonly WebApplication _app;
    private readonly LiveCatalog _live;
    private readonly Root _root;
    private readonly TimeProvider _clock;

    private SiteServer(WebApplication app, LiveCatalog live, Root root, TimeProvider clock)
    {
        _app = app;
        _live = live;
        _root = root;
        _clock = clock;
    }

    /// <summary>Where it can be reached.</summary>
    public ImmutableArray<string> Addresses { get; private set; } = [];

    /// <summary>Begins to listen. The catalog must have been read once.</summary>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<SiteServer> StartAsync(LiveCatalog live, Root root, ServeOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!options.Urls.IsEmpty) return await ListenAsync(live, root, options, clock, cancellationToken).ConfigureAwait(false);
        for (var port = ServeOptions.FirstPort; ; port++)
        {
            try
            {
                return await ListenAsync(live, root, options with { Urls = [new Uri($"http://127.0.0.1:{port}")] }, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException) when (port < ServeOptions.FirstPort + 50)
            {
                // taken: the next one
            }
        }
    }

    /// <summary>Follows the repository until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _app.Lifetime.ApplicationStopping);
        using var watcher = new RepositoryWatcher(_root);
        _ = Task.Run(WarmSearch, ending.Token);
        try
        {
            while (true)
            {
                await watcher.WaitAsync(Patience, ending.Token).ConfigureAwait(false);
                _live.Refresh(_clock.GetUtcNow(), watcher.TakeWritten(), ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    // The first search reads what changed since the store was written last: that is done before somebody waits for it.
    private void WarmSearch()
    {
        using var lease = _live.Rent();
        try
        {
            lease.Workbench.Search(SearchQuery.Parse("id"), 1, 0);
        }
        catch (IOException)
        {
            // whoever searches is told
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<SiteServer> ListenAsync(LiveCatalog live, Root root, ServeOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Empty: no file of the repository and nothing of the environment sets up a server here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.MaxRequestLineSize = 8 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            foreach (var url in options.Urls) Listen(kestrel, url);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton(live);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Longest, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        var app = builder.Build();
        Route(app, live, options, clock);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            // Kestrel tells only of an address that is in use by an IOException.
            throw new IOException($"cannot listen at {string.Join(", ", options.Urls)}: {e.Message}", e);
        }
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new SiteServer(app, live, root, clock) { Addresses = [.. bound?.Addresses ?? []] };
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        if (string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)) kestrel.ListenLocalhost(url.Port);
        else if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) kestrel.Listen(address, url.Port);
        else kestrel.ListenAnyIP(url.Port);
    }

    private static void Route(WebApplication app, LiveCatalog live, ServeOptions options, TimeProvider clock)
    {
        var guard = new RequestGuard(options);
        var pages = new PageHandler(live, options.IsReadOnly);
        var metrics = new Metrics(live);
        var stopping = app.Lifetime.ApplicationStopping;
        // Before routing: most requests end here.
        app.Use((context, next) =>
        {
            Headers.Add(context.Response.Headers);
            if (guard.Refuse(context.Request) is { } refused) return Refuse(context, refused.Status, refused.Why, metrics);
            if (!pages.TryAnswer(context, out var answer)) return Counted(context, next, metrics.Count, options.TellFault);
            metrics.Count(context.Response.StatusCode);
            return answer;
        });
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapGet("/api/v1/events", context => ApiQuery.FindFault(context.Request.Query, []) is { } fault ? Problem.BadParameter(context, fault.Name, fault.Why) : EventStream.WriteAsync(context, live, stopping)).DisableRequestTimeout();
        app.MapMethods(Pages.Addresses.Search, [HttpMethods.Get, HttpMethods.Head], new SearchHandler(live).ShowAsync);
        if (!options.IsReadOnly) EditRoutes.Map(app, live, clock);
        ApiRoutes.Map(app, live);
        app.MapMethods("/metrics", [HttpMethods.Get, HttpMethods.Head], metrics.WriteAsync);
        app.MapMethods("/health", [HttpMethods.Get, HttpMethods.Head], context => Health.WriteAsync(context, live));
        app.MapFallback("{**address}", pages.NotFound); // also for what looks like a file
    }

    private static Task Refuse(HttpContext context, int status, string why, Metrics metrics)
    {
        metrics.Count(status);
        if (context.Request.Path.StartsWithSegments(ApiRoutes.Prefix, StringComparison.Ordinal)) return Problem.WriteAsync(context, status, "refused", why);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n", context.RequestAborted);
    }

    internal static async Task Counted(HttpContext context, RequestDelegate next, Action<int> count, Action<Exception>? tellFault)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            var isLong = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await Problem.WriteAsync(context, e.StatusCode, isLong ? "too large" : "bad request", isLong ? $"a request may send {MostBody >> 20} MB" : e.Message).ConfigureAwait(false);
        }
        catch (InvalidDataException e) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "too large", e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            tellFault?.Invoke(e);
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "a fault of Gavel itself", "whoever runs the server finds more of it on its standard error; please report it").ConfigureAwait(false);
        }
        count(context.Response.StatusCode);
    }
}
