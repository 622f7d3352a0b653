using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Concertation.Documents.Tests.Word;

/// <summary>
/// The LibreOffice of this machine, without a window, and poppler's pdftotext. Where they are missing, tests pass with a
/// printed reason, except in CI, where their absence fails them.
/// </summary>
internal static partial class Office
{
    private static readonly string[] WellKnown =
    [
        "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe",
    ];

    /// <summary>Where LibreOffice is: SOFFICE_PATH, or a well-known place.</summary>
    private static readonly string? Path = Environment.GetEnvironmentVariable("SOFFICE_PATH") is { Length: > 0 } set
        ? set
        : WellKnown.FirstOrDefault(File.Exists);

    private static readonly string? TextOfPdf =
        new[] { "/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext" }.FirstOrDefault(File.Exists);

    /// <summary>Whether documents can be opened here; false is said on the console.</summary>
    public static bool IsHere()
    {
        if (Path is not null && TextOfPdf is not null)
        {
            return true;
        }

        const string Reason = "No LibreOffice or no pdftotext on this machine: set SOFFICE_PATH and install poppler-utils to see Word files opened.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Reason);
        }

        Console.WriteLine(Reason);
        return false;
    }

    /// <summary>The file as LibreOffice saves it.</summary>
    public static async Task<byte[]> Saved(byte[] docx, string format = "docx")
    {
        // A folder for each run, its profile included: two LibreOffices that share one refuse each other.
        var folder = Directory.CreateTempSubdirectory("concertation-word-");
        try
        {
            var source = System.IO.Path.Combine(folder.FullName, "essai.docx");
            var result = System.IO.Path.Combine(folder.FullName, "fait");
            await File.WriteAllBytesAsync(source, docx);
            var profile = new Uri(System.IO.Path.Combine(folder.FullName, "profil")).AbsoluteUri;
            await Run(Path!, $"-env:UserInstallation={profile}", "--headless", "--convert-to", format, "--outdir", result, source);
            return await File.ReadAllBytesAsync(System.IO.Path.Combine(result, $"essai.{format}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What stands on each page as LibreOffice prints it, each run of blanks a space.</summary>
    public static async Task<IReadOnlyList<string>> Pages(byte[] docx)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await Saved(docx, "pdf"));
            var text = await Run(TextOfPdf!, "-enc", "UTF-8", "-layout", file, "-");
            return [.. text.TrimEnd('\f').Split('\f').Select(page => Blanks().Replace(page, " "))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, await error);
        return output;
    }

    [GeneratedRegex(@"[\s\u00a0\u202f]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks();
}
