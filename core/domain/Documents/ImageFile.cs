using System.Buffers.Binary;

namespace Concertation.Domain.Documents;

/// <summary>Whether an image goes to its end and no further: what hangs behind an image is no image.</summary>
internal static class ImageFile
{
    /// <summary>PNG: chunks of length, name, data and checksum, the last of them IEND.</summary>
    public static bool IsWholePng(Stream file)
    {
        for (var at = 8L; at + 12 <= file.Length;)
        {
            var chunk = FileEnds.Read(file, at, 8);
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return at == file.Length;
            }
        }

        return false;
    }

    /// <summary>JPEG: ends in the marker FFD9, perhaps padded.</summary>
    public static bool IsWholeJpeg(Stream file)
    {
        var tail = FileEnds.Tail(file, 256).AsSpan().TrimEnd((byte)0);
        return tail.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
    }

    /// <summary>WebP: the container says how long it is.</summary>
    public static bool IsWholeWebp(Stream file)
    {
        var says = BinaryPrimitives.ReadUInt32LittleEndian(FileEnds.Read(file, 4, 4)) + 8L;
        return says == file.Length || says + 1 == file.Length;
    }

    /// <summary>GIF: screen, perhaps a palette, then blocks up to the trailer 3B, which is the last byte.</summary>
    public static bool IsWholeGif(Stream file)
    {
        if (file.Length < 14)
        {
            return false;
        }

        var at = 13L + Palette(FileEnds.Read(file, 10, 1)[0]);
        while (at < file.Length)
        {
            switch (FileEnds.Read(file, at, 1)[0])
            {
                case 0x3B:
                    return at == file.Length - 1;
                case 0x21:
                    at = AfterBlocks(file, at + 2);
                    break;
                case 0x2C when at + 10 < file.Length:
                    at = AfterBlocks(file, at + 11 + Palette(FileEnds.Read(file, at + 9, 1)[0]));
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static int Palette(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    private static long AfterBlocks(Stream file, long at)
    {
        while (at < file.Length && FileEnds.Read(file, at, 1)[0] is var length and not 0)
        {
            at += length + 1;
        }

        return at + 1;
    }
}
