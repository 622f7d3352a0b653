using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Concertation.Documents.Territories;

/// <summary>
/// From a file's bytes to UTF-8. Word processors and Windows' notepad write marks and UTF-16: both are read as they
/// are. Anything else is refused in words that say what to do.
/// </summary>
internal static class TerritoryFileBytes
{
    public static (byte[] Utf8, FileError? Error) Decode(byte[] content)
    {
        if (content.Length > TerritoryFileReader.MaxBytes)
        {
            return ([], new FileError(1, 1, "", TerritoryFileTexts.TooLarge));
        }

        var utf8 = content.AsSpan() switch
        {
            [0xEF, 0xBB, 0xBF, ..] => content[3..],
            [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, content, 2, content.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, content, 2, content.Length - 2),
            _ => content,
        };

        if (utf8.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return ([], new FileError(1, 1, "", TerritoryFileTexts.Empty));
        }

        // UTF-16 without its mark shows as zeros; a Windows-1252 accent is no UTF-8.
        var bad = utf8.AsSpan().IndexOf((byte)0) is >= 0 and var zero ? zero : FirstInvalid(utf8);
        return bad < 0 ? (utf8, null) : ([], At(utf8, bad, TerritoryFileTexts.NotUtf8));
    }

    /// <summary>An error at a byte of the file.</summary>
    public static FileError At(ReadOnlySpan<byte> utf8, int index, string message)
    {
        var before = utf8[..Math.Min(index, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new FileError(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, "", message);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return -1;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
