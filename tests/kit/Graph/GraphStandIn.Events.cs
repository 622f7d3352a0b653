using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ConcertationBot.Tests.Kit.Graph;

/// <summary>Its events and its free/busy.</summary>
public sealed partial class GraphStandIn
{
    private const string NoDate = "0001-01-01T00:00:00Z";

    private static IResult NotFound => Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    private IResult Create(HttpContext http, string user)
    {
        var said = (JsonObject?)http.Items["body"] ?? [];
        if (GraphRules.Create(said) is { } wrong)
        {
            return Error(400, "ErrorInvalidRequest", wrong);
        }

        lock (_lock)
        {
            // The same transaction: the event first made, as it stands.
            var transaction = said["transactionId"]!.GetValue<string>();
            var made = _events.FirstOrDefault(e => e.Mailbox == user && e.TransactionId == transaction);
            if (made is null)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"AAkALgAAAAAAHYQDEapmEc2byACqAC/EWg0A{_events.Count + 1:D4}+w==");
                var body = (JsonObject)said.DeepClone();
                body["id"] = id;
                made = new StandInEvent(id, user, body);
                _events.Add(made);
                Completed(made, []);
            }

            return Json(made.Body.DeepClone(), 201);
        }
    }

    private IResult Update(HttpContext http, string user, string id)
    {
        var said = (JsonObject?)http.Items["body"] ?? [];
        if (GraphRules.Update(said) is { } wrong)
        {
            return Error(400, "ErrorInvalidRequest", wrong);
        }

        lock (_lock)
        {
            if (Find(user, id) is not { } there)
            {
                return NotFound;
            }

            var before = there.Body["attendees"]!.AsArray().Select(a => a!.AsObject()).ToList();
            // Losing the way to join is what an overwritten body does.
            if (said.ContainsKey("body"))
            {
                there.Body.Remove("onlineMeeting");
            }

            foreach (var (name, value) in said)
            {
                there.Body[name] = value?.DeepClone();
            }

            Completed(there, before);
            return Json(there.Body.DeepClone(), 200);
        }
    }

    private IResult Cancel(HttpContext http, string user, string id)
    {
        lock (_lock)
        {
            if (Find(user, id) is not { } there)
            {
                return NotFound;
            }

            if (there.Attendees.Count == 0)
            {
                return Error(400, "ErrorInvalidRequest", "Your request can't be completed. The event has no attendees.");
            }

            there.Gone = true;
            there.CancelComment = Parameters(http)["comment"]?.GetValue<string>() ?? "";
            return Results.StatusCode(202);
        }
    }

    private IResult Delete(string user, string id)
    {
        lock (_lock)
        {
            if (Find(user, id) is not { } there)
            {
                return NotFound;
            }

            there.Gone = true;
            return Results.StatusCode(204);
        }
    }

    private IResult Read(HttpContext http, string user, string id)
    {
        lock (_lock)
        {
            if (Find(user, id) is not { } there)
            {
                return NotFound;
            }

            var whole = (JsonObject)there.Body.DeepClone();
            if (http.Request.Query["$select"].ToString() is not { Length: > 0 } select)
            {
                return Json(whole, 200);
            }

            var some = new JsonObject { ["id"] = there.Id };
            foreach (var name in select.Split(','))
            {
                some[name] = whole[name]?.DeepClone();
            }

            return Json(some, 200);
        }
    }

    private IResult Schedule(HttpContext http)
    {
        var said = Parameters(http);
        if (GraphRules.Schedule(said) is { } wrong)
        {
            return Error(400, "ErrorInvalidParameter", wrong);
        }

        var (from, until) = (GraphRules.Moment(said["startTime"])!.Value, GraphRules.Moment(said["endTime"])!.Value);
        var slot = TimeSpan.FromMinutes(said["availabilityViewInterval"]?.GetValue<int>() ?? 30);
        return Json(
            new JsonObject
            {
                ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)",
                ["value"] = new JsonArray([.. said["schedules"]!.AsArray().Select(s => Of(s!.GetValue<string>(), from, until, slot))]),
            },
            200);
    }

    private JsonNode Of(string mail, DateTimeOffset from, DateTimeOffset until, TimeSpan slot)
    {
        if (!Users.ContainsValue(mail.ToLowerInvariant()))
        {
            return new JsonObject
            {
                ["scheduleId"] = mail,
                ["error"] = new JsonObject { ["message"] = "The address could not be resolved.", ["responseCode"] = "ErrorMailRecipientNotFound" },
            };
        }

        var busy = Busy.GetValueOrDefault(mail, []);
        var view = new StringBuilder();
        for (var at = from; at < until; at += slot)
        {
            view.Append(busy.Where(b => b.From < at + slot && b.Until > at).Select(b => b.As).DefaultIfEmpty('0').Max());
        }

        return new JsonObject { ["scheduleId"] = mail, ["availabilityView"] = view.ToString(), ["scheduleItems"] = new JsonArray() };
    }

    /// <summary>Of an action: the documentation writes their names with either initial, and Graph takes both.</summary>
    private static JsonObject Parameters(HttpContext http) => new(
        ((JsonObject?)http.Items["body"] ?? []).Select(p => KeyValuePair.Create(char.ToLowerInvariant(p.Key[0]) + p.Key[1..], p.Value?.DeepClone())));

    private StandInEvent? Find(string user, string id) =>
        _events.FirstOrDefault(e => e.Mailbox == user && e.Id == Uri.UnescapeDataString(id) && !e.Gone);

    /// <summary>What the server adds: the way to join, who hasn't answered, and the invitations it sends.</summary>
    private static void Completed(StandInEvent made, IReadOnlyList<JsonObject> before)
    {
        if (made.Body["isOnlineMeeting"]?.GetValueKind() == JsonValueKind.True && made.Body["onlineMeeting"] is null)
        {
            made.Body["onlineMeeting"] = new JsonObject { ["joinUrl"] = $"https://teams.example/l/meetup-join/{made.Subject.Length}-{made.TransactionId}" };
        }

        foreach (var attendee in made.Body["attendees"]!.AsArray())
        {
            var same = before.FirstOrDefault(b => StandInEvent.MailOf(b).Equals(StandInEvent.MailOf(attendee!), StringComparison.OrdinalIgnoreCase));
            attendee!["status"] = same?["status"]?.DeepClone() ?? new JsonObject { ["response"] = "none", ["time"] = NoDate };
        }

        made.Sendings += made.Attendees.Count > 0 ? 1 : 0;
    }
}
