using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Agendas;

/// <summary>The verbs of the agendas' buttons.</summary>
public static class AgendaVerbs
{
    public const string Show = "agenda.show";
    public const string Form = "agenda.form";
    public const string Save = "agenda.save";
    public const string Remove = "agenda.remove";
    public const string Accept = "agenda.accept";
    public const string DeclineForm = "agenda.declineform";
    public const string Decline = "agenda.decline";
    public const string SuggestForm = "agenda.suggestform";
    public const string Suggest = "agenda.suggest";
    public const string Circulate = "agenda.circulate";
    public const string Readers = "agenda.readers";
    public const string Read = "agenda.read";
}

/// <summary>Under which names their data and inputs travel.</summary>
public static class AgendaKeys
{
    public const string Item = "item";
    public const string Suggestion = "suggestion";
    public const string Version = "version";
    public const string Form = "form";
    public const string Title = "title";
    public const string Kind = "kind";
    public const string Minutes = "minutes";
    public const string Axis = "axis";
    public const string Presenter = "presenter";
    public const string InCamera = "incamera";
    public const string Place = "place";

    public static JsonObject Of(Session session, ItemId item) => With(session, Item, item.Value);

    public static JsonObject Of(Session session, OperationId suggestion) => With(session, Suggestion, suggestion.Value);

    public static JsonObject Of(Session session, int version, SeatId? seat = null)
    {
        var data = With(session, Version, version.ToString(CultureInfo.InvariantCulture));
        if (seat is { } own)
        {
            data[SessionKeys.Seat] = own.Value;
        }

        return data;
    }

    private static JsonObject With(Session session, string key, string value)
    {
        var data = SessionKeys.Of(session);
        data[key] = value;
        return data;
    }
}

/// <summary>An item's form as it was typed, so that a refused one comes back with nothing lost.</summary>
/// <param name="Form">Names this form: sent twice, it adds one item.</param>
public sealed record ItemInputs(
    string Form, string? Title, string? Kind, string? Minutes, string? Axis, string? Presenter, bool InCamera, string? Place)
{
    private const int Longest = 600;

    public static ItemInputs Read(string form, Func<string, string?> text) => new(
        form, Cut(text(AgendaKeys.Title)), text(AgendaKeys.Kind), Cut(text(AgendaKeys.Minutes)), text(AgendaKeys.Axis),
        Cut(text(AgendaKeys.Presenter)), text(AgendaKeys.InCamera) == "true", Cut(text(AgendaKeys.Place)));

    public static ItemInputs Of(AgendaItem item, int place, string form) => new(
        form, item.Title, AgendaInput.Word(item.Kind), item.Minutes.ToString(CultureInfo.InvariantCulture), item.Axis?.Value,
        item.Presenter, item.InCamera, place.ToString(CultureInfo.InvariantCulture));

    public static ItemInputs Empty(string form, string? title = null, string? minutes = null) =>
        new(form, title, null, minutes ?? AgendaInput.UsualMinutes, null, null, false, null);

    public AgendaEntry ToEntry() => new(
        AgendaInput.KindOf(Kind), Title ?? "", DurationText.ReadMinutes(Minutes), ConveneInputs.IdOf<Domain.Roadmap.AxisId>(Axis), Presenter, InCamera);

    /// <summary>The place asked for; null when none is.</summary>
    public int? ToPlace() => int.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    private static string? Cut(string? text) => text?.Length > Longest ? text[..Longest] : text;
}
