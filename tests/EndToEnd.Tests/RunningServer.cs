using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary><c>gavel serve</c> as a process of its own on a free port, and a client for it.</summary>
public sealed partial class RunningServer : IDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, string address, Task<string> error)
    {
        _process = process;
        Address = new Uri(address);
        Error = error;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public Task<string> Error { get; }

    public static RunningServer Start(TemporaryFolder folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])[GavelProgram.Dll, "-C", folder.Path, "serve", "--urls", $"http://127.0.0.1:{FreePort()}", .. args]) start.ArgumentList.Add(arg);
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadLine();
        var address = Where().Match(line ?? "");
        if (address.Success) return new RunningServer(process, address.Value, error);
        process.Kill();
        throw new InvalidOperationException($"it did not start: {line} {error.Result}");
    }

    public string Get(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken).Result;

    public HttpResponseMessage Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken).Result;
    }

    /// <summary>Sends a form with the secret that pages of this server carry.</summary>
    public HttpResponseMessage Post(string path, params (string Name, string Value)[] inputs)
    {
        var token = Token().Match(Get(path)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("token", token), .. inputs.Select(i => new KeyValuePair<string, string>(i.Name, i.Value))]);
        return Send(HttpMethod.Post, path, form);
    }

    /// <summary>Sends a form, and reads the page that tells what came of it.</summary>
    public HttpResponseMessage PostAndFollow(string path, params (string Name, string Value)[] inputs)
    {
        using var answer = Post(path, inputs);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Send(HttpMethod.Get, answer.Headers.Location!.OriginalString);
    }

    public static string Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().Result;

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public int Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.True(_process.WaitForExit(30_000), "it does not stop");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("http://[^ ,]+[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Where();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
