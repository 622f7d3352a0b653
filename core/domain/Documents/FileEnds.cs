namespace Concertation.Domain.Documents;

/// <summary>A file's first and last bytes, and what lies in between, a little at a time.</summary>
internal static class FileEnds
{
    private const int HeadLength = 1024;

    // The end record of a zip: 22 bytes and a comment of at most 65,535.
    private const int LongestZipEnd = 22 + ushort.MaxValue;
    private const int Step = 32 * 1024;

    public static byte[] Head(Stream file) => Read(file, 0, (int)Math.Min(HeadLength, file.Length));

    public static byte[] Tail(Stream file, int most)
    {
        var length = (int)Math.Min(most, file.Length);
        return Read(file, file.Length - length, length);
    }

    public static byte[] Read(Stream file, long from, int length)
    {
        var bytes = new byte[length];
        file.Position = from;
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether a zip's end record stands at the very end: an archive is glued to whatever comes before.</summary>
    public static bool EndsInZip(Stream file) => ZipEnd(file) is not null;

    /// <summary>Where the end record of a zip begins and what it says; null when the file doesn't end in one.</summary>
    public static (long At, uint DirectorySize, uint DirectoryAt, ushort Comment)? ZipEnd(Stream file)
    {
        var tail = Tail(file, LongestZipEnd);
        for (var at = tail.Length - 22; at >= 0; at--)
        {
            if (!tail.AsSpan(at).StartsWith("PK\x05\x06"u8))
            {
                continue;
            }

            var comment = BitConverter.ToUInt16(tail, at + 20);
            // What unzips looks for the record from the end, and some programs shrug at a wrong length of the comment.
            return (file.Length - tail.Length + at, BitConverter.ToUInt32(tail, at + 12), BitConverter.ToUInt32(tail, at + 16), comment);
        }

        return null;
    }

    public static bool Holds(Stream file, ReadOnlySpan<byte> sought)
    {
        var buffer = new byte[Step + sought.Length];
        file.Position = 0;
        var kept = 0;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(kept, Step), Step, throwOnEndOfStream: false);
            var there = buffer.AsSpan(0, kept + read);
            if (there.IndexOf(sought) >= 0)
            {
                return true;
            }

            if (read < Step)
            {
                return false;
            }

            kept = sought.Length - 1;
            there[^kept..].CopyTo(buffer);
        }
    }
}
