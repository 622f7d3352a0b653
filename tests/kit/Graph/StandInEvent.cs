using System.Text.Json.Nodes;

namespace ConcertationBot.Tests.Kit.Graph;

/// <summary>An event as the stand-in keeps it.</summary>
public sealed class StandInEvent(string id, string mailbox, JsonObject body)
{
    public string Id { get; } = id;

    /// <summary>Entra id of the calendar's owner.</summary>
    public string Mailbox { get; } = mailbox;

    /// <summary>Everything it holds, as Graph would give it.</summary>
    public JsonObject Body { get; } = body;

    /// <summary>Cancelled or deleted: Graph finds it no more.</summary>
    public bool Gone { get; set; }

    /// <summary>The comment it was cancelled with; null when it was deleted, or is there.</summary>
    public string? CancelComment { get; set; }

    /// <summary>How often attendees were sent the invitation or a change of it.</summary>
    public int Sendings { get; set; }

    public string Subject => Text("subject")!;

    public string Html => Body["body"]?["content"]?.GetValue<string>() ?? "";

    /// <summary>"2026-12-14T09:30:00 Europe/Paris".</summary>
    public string Start => Moment("start");

    public string End => Moment("end");

    public string Location => Body["location"]?["displayName"]?.GetValue<string>() ?? "";

    public string? JoinUrl => Body["onlineMeeting"]?["joinUrl"]?.GetValue<string>();

    public string? TransactionId => Text("transactionId");

    public IReadOnlyList<(string Mail, string Type)> Attendees =>
        [.. Body["attendees"]!.AsArray().Select(a => (MailOf(a!), a!["type"]!.GetValue<string>()))];

    internal static string MailOf(JsonNode attendee) => attendee["emailAddress"]!["address"]!.GetValue<string>();

    private string? Text(string name) => Body[name]?.GetValue<string>();

    private string Moment(string name) =>
        $"{Body[name]!["dateTime"]!.GetValue<string>()} {Body[name]!["timeZone"]!.GetValue<string>()}";
}
