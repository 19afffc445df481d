using System.Diagnostics;

namespace Gavel.Bench;

/// <param name="Wall">Seconds from start to exit.</param>
/// <param name="Cpu">Seconds of user and system time of it and of what it started; 0 where the system does not tell.</param>
/// <param name="PeakMiB">The largest resident set that was seen; 0 where the system does not tell.</param>
internal sealed record Timing(double Wall, double Cpu, double PeakMiB);

/// <summary>Runs a whole process and measures it from outside.</summary>
internal static class TimedProcess
{
    private const int Look = 25; // milliseconds between two looks at its memory: more often costs a processor that the process wants
    private const int Children = -1; // RUSAGE_CHILDREN

    public static Timing Run(string program, string folder, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var before = CpuOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0.0;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        while (!process.WaitForExit(Look)) peak = Math.Max(peak, PeakOf(process.Id));
        var wall = clock.Elapsed.TotalSeconds;
        Task.WaitAll(output, error);
        return new Timing(wall, CpuOfChildren() - before, peak);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Seconds of all children that have ended (getrusage(2)); 0 where the system does not tell.</summary>
    private static double CpuOfChildren()
    {
        var usage = new long[18]; // two pairs of seconds and microseconds, then what nobody asks for
        return OperatingSystem.IsLinux() && GetUsage(Children, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : 0;
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [System.Runtime.InteropServices.Out] long[] usage);

    private static double PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
        }
        catch (IOException)
        {
            return 0; // it has ended, or this is no Linux
        }
    }
}
