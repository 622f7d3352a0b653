using System.IO.Compression;
using System.Text;

namespace ConcertationBot.Demo;

/// <summary>A Word file at somebody's desk: they read it, type over some words and save it.</summary>
internal static class WordFile
{
    private const string Body = "word/document.xml";

    /// <summary>What it says, tags apart.</summary>
    public static string Words(byte[] file) => string.Concat(Part(file).Split('<').Select(p => p[(p.IndexOf('>', StringComparison.Ordinal) + 1)..]));

    /// <summary>The file with words typed over others; the rest of the package as it was.</summary>
    public static byte[] TypedOver(byte[] file, string words, string by)
    {
        Check.That(Part(file).Contains(words, StringComparison.Ordinal), $"« {words} » manque dans le fichier Word");
        using var saved = new MemoryStream();
        using (var into = new ZipArchive(saved, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var from = new ZipArchive(new MemoryStream(file));
            foreach (var entry in from.Entries)
            {
                using var part = into.CreateEntry(entry.FullName).Open();
                using var read = entry.Open();
                if (entry.FullName == Body)
                {
                    part.Write(Encoding.UTF8.GetBytes(Part(file).Replace(words, by, StringComparison.Ordinal)));
                }
                else
                {
                    read.CopyTo(part);
                }
            }
        }

        return saved.ToArray();
    }

    private static string Part(byte[] file)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        using var text = new StreamReader(
            (package.GetEntry(Body) ?? throw new StepFailedException("ce n’est pas un fichier Word")).Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
