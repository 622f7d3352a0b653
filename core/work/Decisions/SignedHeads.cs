using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;

namespace Concertation.Work.Decisions;

/// <summary>How far a table's register went on a day.</summary>
/// <param name="Decisions">How many decisions it had.</param>
/// <param name="Hash">Of the last one; of none, what the first one will name.</param>
/// <param name="Carences">Of heads signed before they were named: none.</param>
public sealed record RegisterHeadLine(
    string Territory, string Table, int Decisions, string Hash, IReadOnlyList<RegisterHeadCarence> Carences);

/// <summary>A carence that the register had.</summary>
/// <param name="Sha256">Of its canonical text.</param>
public sealed record RegisterHeadCarence(string Ballot, string Sha256);

/// <summary>A day's heads of all registers, as kept.</summary>
/// <param name="Day">The file's name without its extension.</param>
/// <param name="Key">Fingerprint of the key that signed it.</param>
public sealed record SignedHead(string Day, CanonicalText Text, IReadOnlyList<RegisterHeadLine> Lines, string Key, byte[] Signature);

/// <summary>
/// The folder of signed heads, one file a day, "2027-01-31.json", and "public-key.pem" beside them: kept apart from storage, so
/// that who rewrites a whole register there can't make it fit. The format is told in docs/register.md.
/// </summary>
public sealed class SignedHeads(RegisterPlaces places)
{
    private const string Heading = "register-heads/1";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Folder => places.Heads;

    public bool HasDay(DateOnly day) => File.Exists(FileOf(NameOf(day)));

    /// <summary>Signs and keeps the day's heads; a day that is there stays.</summary>
    public void Keep(DateOnly day, DateTimeOffset at, IEnumerable<RegisterHeadLine> lines, ECDsa key)
    {
        var text = new CanonicalText(Heading);
        text.Line("day", day);
        text.Line("at", at);
        foreach (var line in lines)
        {
            text.Line("territory", line.Territory);
            text.Line("table", line.Table);
            text.Line("decisions", line.Decisions);
            text.Line("hash", line.Hash);
            foreach (var carence in line.Carences)
            {
                text.Line("carence", carence.Ballot);
                text.Line("carence-sha256", carence.Sha256);
            }
        }

        var signature = key.SignData(text.Bytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var json = new JsonObject
        {
            ["text"] = text.Heading, ["lines"] = TextJson.Lines(text), ["key"] = RegisterKey.FingerprintOf(key),
            ["signature"] = Convert.ToBase64String(signature),
        };
        Directory.CreateDirectory(places.Heads);
        Write(Path.Combine(places.Heads, "public-key.pem"), key.ExportSubjectPublicKeyInfoPem() + "\n");
        Write(FileOf(NameOf(day)), json.ToJsonString(Indented) + "\n");
    }

    /// <summary>Oldest first.</summary>
    /// <exception cref="InvalidDataException">A file can't be read as one of these; says which.</exception>
    public IReadOnlyList<SignedHead> All() => Directory.Exists(places.Heads)
        ? [.. Directory.GetFiles(places.Heads, "*.json").Order(StringComparer.Ordinal).Select(Read)]
        : [];

    /// <summary>The same as kept, for an export.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(places.Heads)
        ? [.. Directory.GetFiles(places.Heads, "*.json").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>That the heads were signed with that key and say the day they are kept under.</summary>
    public static bool IsSignedBy(SignedHead head, ECDsa key) =>
        head.Text.Heading == Heading && head.Text.Lines is [{ Name: "day", Value: var day }, ..] && day == head.Day
        && key.VerifyData(head.Text.Bytes(), head.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static SignedHead Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var root = json.RootElement;
            var text = TextJson.Read(root);
            return new SignedHead(
                Path.GetFileNameWithoutExtension(file), text, [.. LinesOf([.. text.Lines.Skip(2)])],
                root.GetProperty("key").GetString()!, Convert.FromBase64String(root.GetProperty("signature").GetString()!));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException
            or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException(Path.GetFileName(file), e);
        }
    }

    /// <summary>Four lines a register, then two a carence.</summary>
    private static IEnumerable<RegisterHeadLine> LinesOf(IReadOnlyList<TextLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var carences = lines.Skip(at + 4).TakeWhile(l => l.Name.StartsWith("carence", StringComparison.Ordinal)).Chunk(2)
                .Select(c => new RegisterHeadCarence(c[0].Value!, c[1].Value!)).ToList();
            yield return new RegisterHeadLine(
                lines[at].Value!, lines[at + 1].Value!, int.Parse(lines[at + 2].Value!, NumberStyles.None, CultureInfo.InvariantCulture),
                lines[at + 3].Value!, carences);
            at += 4 + (2 * carences.Count);
        }
    }

    private static string NameOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private string FileOf(string day) => Path.Combine(places.Heads, day + ".json");

    private static void Write(string path, string text)
    {
        if (File.Exists(path))
        {
            return;
        }

        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        File.WriteAllText(fresh, text);
        File.Move(fresh, path, overwrite: true);
    }
}

/// <summary>A canonical text as JSON: its heading and its lines, each [name, value or null].</summary>
public static class TextJson
{
    public static JsonObject Of(CanonicalText text) => new() { ["text"] = text.Heading, ["lines"] = Lines(text) };

    public static JsonArray Lines(CanonicalText text) =>
        new([.. text.Lines.Select(JsonNode? (l) => new JsonArray(JsonValue.Create(l.Name), l.Value is null ? null : JsonValue.Create(l.Value)))]);

    public static CanonicalText Read(JsonElement json)
    {
        var text = new CanonicalText(json.GetProperty("text").GetString()!);
        foreach (var line in json.GetProperty("lines").EnumerateArray())
        {
            text.Line(line[0].GetString()!, line[1].GetString());
        }

        return text;
    }
}
