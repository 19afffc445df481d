using System.Diagnostics;

namespace Gavel.Bench;

/// <param name="Wall">Seconds from start to exit.</param>
/// <param name="Cpu">Seconds of user and system time, as last seen while it ran; 0 where the system does not tell.</param>
/// <param name="PeakMiB">The largest resident set that was seen; 0 where the system does not tell.</param>
internal sealed record Timing(double Wall, double Cpu, double PeakMiB);

/// <summary>Runs a whole process and measures it from outside.</summary>
internal static class TimedProcess
{
    public static Timing Run(string program, string folder, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0.0;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var cpu = 0.0;
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            cpu = Math.Max(cpu, CpuOf(process.Id));
        }
        var wall = clock.Elapsed.TotalSeconds;
        Task.WaitAll(output, error);
        return new Timing(wall, cpu, peak);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Seconds, to the kernel's tick of 10 ms; a process that has ended does not tell any more (proc(5), stat, fields 14 and 15).</summary>
    private static double CpuOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11]) + long.Parse(fields[12])) / 100.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

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
