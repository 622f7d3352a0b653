namespace Concertation.Domain.Documents;

/// <summary>PDF, ISO 32000-1, 7.5.</summary>
internal static class PdfFile
{
    /// <summary>Whether its end is there: the mark in the last 1024 bytes, where readers look for it.</summary>
    public static bool IsWhole(Stream file) => FileEnds.Tail(file, 1024).AsSpan().LastIndexOf("%%EOF"u8) >= 0;
}
