namespace Concertation.Storage.Sqlite;

/// <summary>
/// Keys as bytes whose memcmp order is the ordinal order of UTF-16, which Azure Tables uses. Plain UTF-8 would put
/// U+E000..U+FFFF before the characters beyond U+FFFF; encoding each half of a surrogate pair by itself (CESU-8)
/// keeps the order, and leaves ASCII as it is.
/// </summary>
internal static class KeyBytes
{
    /// <summary>Lies before, and after, all keys: keys hold no control character and no byte 0xFF.</summary>
    public static ReadOnlySpan<byte> First => [0x00];

    public static ReadOnlySpan<byte> Last => [0xFF];

    public static byte[] Of(string key)
    {
        Span<byte> buffer = stackalloc byte[key.Length <= 512 ? key.Length * 3 : 0];
        if (buffer.IsEmpty)
        {
            buffer = new byte[key.Length * 3];
        }

        return buffer[..Write(key, buffer)].ToArray();
    }

    /// <summary>The least byte string after the key: where a query goes on.</summary>
    public static byte[] After(string key) => [.. Of(key), 0x00];

    public static int Write(ReadOnlySpan<char> key, Span<byte> into)
    {
        var n = 0;
        foreach (var c in key)
        {
            if (c < 0x80)
            {
                into[n++] = (byte)c;
            }
            else if (c < 0x800)
            {
                into[n++] = (byte)(0xC0 | (c >> 6));
                into[n++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                into[n++] = (byte)(0xE0 | (c >> 12));
                into[n++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                into[n++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        return n;
    }

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        Span<char> buffer = stackalloc char[bytes.Length <= 1536 ? bytes.Length : 0];
        if (buffer.Length < bytes.Length)
        {
            buffer = new char[bytes.Length];
        }

        var n = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                buffer[n++] = (char)b;
                i += 1;
            }
            else if (b < 0xE0)
            {
                buffer[n++] = (char)(((b & 0x1F) << 6) | (bytes[i + 1] & 0x3F));
                i += 2;
            }
            else
            {
                buffer[n++] = (char)(((b & 0x0F) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F));
                i += 3;
            }
        }

        return new string(buffer[..n]);
    }
}
