namespace EndToEnd.Tests;

/// <summary>A server that several tests ask, none of which changes anything.</summary>
public sealed class OneServer : IDisposable
{
    public OneServer()
    {
        Folder = Serving_a_repository.Repository();
        Server = RunningServer.Start(Folder);
    }

    public TemporaryFolder Folder { get; }

    public RunningServer Server { get; }

    public void Dispose()
    {
        Server.Dispose();
        Folder.Dispose();
    }
}
