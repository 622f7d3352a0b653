using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// A row's properties as bytes: format version, count, then for each its name, a letter for its type and its value.
/// Lengths are 7-bit encoded, numbers little-endian, moments UTC ticks, texts UTF-8.
/// </summary>
internal static class PropertyBlob
{
    private const byte Version = 1;

    public static byte[] Write(IReadOnlyDictionary<string, object> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        WriteByte(buffer, Version);
        WriteLength(buffer, properties.Count);
        foreach (var (name, value) in properties)
        {
            WriteText(buffer, name);
            WriteValue(buffer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static RowProperties Read(ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty || blob[0] != Version)
        {
            throw new InvalidDataException("A row was written in a format this version does not know.");
        }

        blob = blob[1..];
        var count = ReadLength(ref blob);
        var (names, values) = (new string[count], new object[count]);
        for (var i = 0; i < count; i++)
        {
            names[i] = Names.Of(Take(ref blob, ReadLength(ref blob)));
            values[i] = ReadValue(ref blob);
        }

        return new RowProperties(names, values);
    }

    private static void WriteValue(ArrayBufferWriter<byte> buffer, object value)
    {
        switch (value)
        {
            case string text:
                WriteByte(buffer, (byte)'s');
                WriteText(buffer, text);
                break;
            case bool yes:
                WriteByte(buffer, yes ? (byte)'t' : (byte)'f');
                break;
            case int number:
                WriteByte(buffer, (byte)'i');
                BinaryPrimitives.WriteInt32LittleEndian(Room(buffer, 4), number);
                break;
            case long number:
                WriteLong(buffer, 'l', number);
                break;
            case double number:
                WriteLong(buffer, 'd', BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset moment:
                WriteLong(buffer, 'm', moment.UtcTicks);
                break;
            case Guid id:
                WriteByte(buffer, (byte)'g');
                id.TryWriteBytes(Room(buffer, 16));
                break;
            case byte[] bytes:
                WriteByte(buffer, (byte)'b');
                WriteLength(buffer, bytes.Length);
                buffer.Write(bytes);
                break;
            default:
                throw new InvalidOperationException($"No encoding for {value.GetType().Name}.");
        }
    }

    private static object ReadValue(ref ReadOnlySpan<byte> blob)
    {
        var type = (char)Take(ref blob, 1)[0];
        return type switch
        {
            's' => ReadText(ref blob),
            't' => true,
            'f' => false,
            'i' => BinaryPrimitives.ReadInt32LittleEndian(Take(ref blob, 4)),
            'l' => BinaryPrimitives.ReadInt64LittleEndian(Take(ref blob, 8)),
            'd' => BinaryPrimitives.ReadDoubleLittleEndian(Take(ref blob, 8)),
            'm' => new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(Take(ref blob, 8)), TimeSpan.Zero),
            'g' => new Guid(Take(ref blob, 16)),
            'b' => Take(ref blob, ReadLength(ref blob)).ToArray(),
            _ => throw new InvalidDataException($"A row holds a value of unknown type '{type}'."),
        };
    }

    // Reserves the next bytes and counts them as written.
    private static Span<byte> Room(ArrayBufferWriter<byte> buffer, int length)
    {
        var span = buffer.GetSpan(length)[..length];
        buffer.Advance(length);
        return span;
    }

    private static void WriteByte(ArrayBufferWriter<byte> buffer, byte value) => Room(buffer, 1)[0] = value;

    private static void WriteLong(ArrayBufferWriter<byte> buffer, char type, long value)
    {
        WriteByte(buffer, (byte)type);
        BinaryPrimitives.WriteInt64LittleEndian(Room(buffer, 8), value);
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteLength(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void WriteLength(ArrayBufferWriter<byte> buffer, int length)
    {
        for (; length >= 0x80; length >>= 7)
        {
            WriteByte(buffer, (byte)(length | 0x80));
        }

        WriteByte(buffer, (byte)length);
    }

    private static string ReadText(ref ReadOnlySpan<byte> blob) =>
        Encoding.UTF8.GetString(Take(ref blob, ReadLength(ref blob)));

    private static int ReadLength(ref ReadOnlySpan<byte> blob)
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref blob, 1)[0];
            length |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return length;
            }
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> blob, int length)
    {
        var taken = blob[..length];
        blob = blob[length..];
        return taken;
    }
}
