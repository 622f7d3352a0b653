using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConcertationBot.Tests.Kit.Graph;

/// <summary>What Graph would answer 400 to; null for what it takes.</summary>
internal static class GraphRules
{
    private static readonly string[] Writable =
    [
        "subject", "body", "start", "end", "location", "attendees", "isOnlineMeeting", "onlineMeetingProvider", "transactionId",
        "responseRequested", "allowNewTimeProposals", "@odata.type",
    ];

    public static string? Create(JsonObject said)
    {
        string[] required = ["subject", "body", "start", "end", "attendees", "transactionId", "responseRequested", "allowNewTimeProposals"];
        return required.FirstOrDefault(name => said[name] is null) is { } missing
            ? $"Property '{missing}' is required."
            : Event(said);
    }

    public static string? Update(JsonObject said) =>
        said.ContainsKey("transactionId") ? "Property 'transactionId' is read-only and cannot be set." : Event(said);

    public static string? Schedule(JsonObject said)
    {
        if (said["schedules"] is not JsonArray { Count: > 0 } schedules || Moment(said["startTime"]) is not { } from
            || Moment(said["endTime"]) is not { } until)
        {
            return "The parameters 'schedules', 'startTime' and 'endTime' are required.";
        }

        var interval = said["availabilityViewInterval"]?.GetValue<int>() ?? 30;
        return schedules.Count > 20 ? "The number of schedules exceeds the maximum of 20."
            : interval is < 5 or > 1440 ? "The interval is out of range."
            : until <= from || until - from > TimeSpan.FromDays(62) ? "The time window is invalid."
            : null;
    }

    /// <summary>A dateTimeTimeZone in UTC; null when it isn't one: ISO 8601 without offset, beside a zone that exists.</summary>
    public static DateTimeOffset? Moment(JsonNode? said)
    {
        if (said is not JsonObject || said["dateTime"] is not JsonValue time || said["timeZone"] is not JsonValue zone
            || !DateTime.TryParseExact(
                time.GetValue<string>(), ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"],
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !TimeZoneInfo.TryFindSystemTimeZoneById(zone.GetValue<string>(), out var found)
            || found.IsInvalidTime(local))
        {
            return null;
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, found), TimeSpan.Zero);
    }

    private static string? Event(JsonObject said)
    {
        if (said.Select(p => p.Key).FirstOrDefault(name => !Writable.Contains(name)) is { } unknown)
        {
            return $"Property '{unknown}' is not known here.";
        }

        if (said.ContainsKey("start") && (Moment(said["start"]) is not { } start || Moment(said["end"]) is not { } end || end <= start))
        {
            return "The start or the end of the event is invalid.";
        }

        if (said["body"] is { } body && body["contentType"]?.GetValue<string>() is not ("html" or "text"))
        {
            return "The body's contentType is invalid.";
        }

        return (said["isOnlineMeeting"]?.GetValueKind() == JsonValueKind.True) != (said["onlineMeetingProvider"]?.GetValue<string>() == "teamsForBusiness")
            ? "isOnlineMeeting and onlineMeetingProvider go together."
            : Attendees(said["attendees"]?.AsArray());
    }

    private static string? Attendees(JsonArray? attendees) =>
        attendees is null ? null
        : attendees.Count > 500 ? "The number of attendees exceeds the maximum of 500."
        : attendees.All(a => a!["type"]?.GetValue<string>() is "required" or "optional" && IsMail(a["emailAddress"]?["address"]))
            ? null : "An attendee is invalid.";

    private static bool IsMail(JsonNode? said) =>
        said is JsonValue value && System.Net.Mail.MailAddress.TryCreate(value.GetValue<string>(), out _);
}
