using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concertation.Storage.Rows;

namespace Concertation.Storage.AzureTables;

/// <summary>
/// Rows as the Table service's JSON. What JSON can't tell apart carries its type (<c>name@odata.type</c>). Source:
/// "Payload format for Table service operations" of the Storage REST reference.
/// </summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // Accents stay what they are: the body counts against 4 MiB.
    private static readonly JsonWriterOptions Writing =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ReadOnlyMemory<byte> Write(
        string partition, string key, IReadOnlyDictionary<string, object> properties, Guid operation)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteString("PartitionKey", partition);
        json.WriteString("RowKey", key);
        WriteProperty(json, RowRules.OperationId, operation);
        foreach (var (name, value) in properties)
        {
            WriteProperty(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A row as it was sent by the service, with the id of the operation that wrote it.</summary>
    public static (Row Row, Guid? Operation) Read(JsonElement entity)
    {
        string partition = "", key = "", etag = "";
        Guid? operation = null;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in entity.EnumerateObject())
        {
            switch (member.Name)
            {
                case "PartitionKey":
                    partition = member.Value.GetString()!;
                    break;
                case "RowKey":
                    key = member.Value.GetString()!;
                    break;
                case "odata.etag":
                    etag = member.Value.GetString()!;
                    break;
                case RowRules.OperationId:
                    operation = member.Value.GetGuid();
                    break;
                case "Timestamp" or "odata.metadata":
                case var name when name.EndsWith(TypeSuffix, StringComparison.Ordinal):
                    break;
                default:
                    properties[member.Name] = ReadValue(entity, member);
                    break;
            }
        }

        return (new Row(partition, key, etag, properties), operation);
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool yes:
                json.WriteBoolean(name, yes);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when !double.IsFinite(number):
                WriteTyped(json, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteString(name + TypeSuffix, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case DateTimeOffset moment:
                var text7 = moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);
                WriteTyped(json, name, "Edm.DateTime", text7);
                break;
            case Guid id:
                WriteTyped(json, name, "Edm.Guid", id.ToString());
                break;
            case byte[] bytes:
                WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            default:
                throw new InvalidOperationException($"No encoding for {value.GetType().Name}.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    private static object ReadValue(JsonElement entity, JsonProperty member)
    {
        var value = member.Value;
        var type = entity.TryGetProperty(member.Name + TypeSuffix, out var annotation) ? annotation.GetString() : null;
        return (type, value.ValueKind) switch
        {
            ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            ("Edm.Double", _) => value.GetDouble(),
            ("Edm.DateTime", _) => DateTimeOffset.Parse(
                value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            ("Edm.Guid", _) => value.GetGuid(),
            ("Edm.Binary", _) => value.GetBytesFromBase64(),
            (_, JsonValueKind.String) => value.GetString()!,
            (_, JsonValueKind.True) => true,
            (_, JsonValueKind.False) => false,
            // Without an annotation a double shows by its point or exponent: the service writes 1.0, never 1.
            (_, JsonValueKind.Number) => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')
                ? (object)value.GetDouble()
                : value.GetInt32(),
            _ => throw new InvalidDataException($"Property {member.Name} has unknown type {type}."),
        };
    }
}
