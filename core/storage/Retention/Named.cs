using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>Somebody as rows name them: by an id, an account, a mail or a name that stands alone.</summary>
internal sealed class Named(Subject subject)
{
    private readonly string[] _quoted =
    [
        .. new[] { subject.Id.Value, subject.EntraId, subject.Mail, subject.Name }.Where(n => !string.IsNullOrWhiteSpace(n))
            .Select(n => $"\"{JsonEncodedText.Encode(n!)}\""),
    ];

    public Subject Subject => subject;

    public bool In(Row row) =>
        Is(row.Partition[(row.Partition.LastIndexOf('|') + 1)..]) || row.Key.Split('|', '.').Any(Is)
        || row.Properties.Values.OfType<string>().Any(Is)
        || (row.Text() is { } text && _quoted.Any(q => text.Contains(q, StringComparison.OrdinalIgnoreCase)));

    /// <summary>By the id; somebody known by a name alone made what bears that name.</summary>
    public bool Made(Dysfunction report) => Is(report.Reporter.Value)
        || (report.FromPage?.Mail is { } mail && string.Equals(mail, subject.Mail, StringComparison.OrdinalIgnoreCase))
        || (subject.Id == Subject.Unknown && string.Equals(report.ReporterName, subject.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether that field of the record is the person's id.</summary>
    public bool Is(JsonObject record, string field) => record[field] is JsonValue value && value.TryGetValue<string>(out var id) && Is(id);

    public bool Is(string id) => id == subject.Id.Value || id == subject.EntraId;
}
