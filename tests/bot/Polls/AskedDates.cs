using System.Net;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Polls;

/// <summary>A poll of the sample territory, asked through the bot, and what is kept of it.</summary>
internal sealed class AskedDates(Kervelen place, Heard board, DatePoll poll)
{
    public const string ThreeDates = "convoque la TCT le 14/12, le 16/12 ou le 21/12 à 9h30, 2h";

    public static readonly TerritoryId Here = new("pays-de-kervelen");

    /// <summary>The convener's card, as it was once the poll was sent.</summary>
    public Heard Board => board;

    public DatePoll Poll => poll;

    public static async Task<AskedDates> Ask(
        Kervelen place, string text = ThreeDates, params (string Input, string Value)[] typed)
    {
        var form = (await place.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);
        var look = await place.Press(Kervelen.Pilot, form, "Vérifier", typed);
        var board = await place.Press(Kervelen.Pilot, look, "Envoyer le sondage");
        return new AskedDates(place, board, (await place.Service<IDatePolls>().Listed(Here, default))[0]);
    }

    public static Task<Heard> Card(Kervelen place, string person) => place.Hears(person, "Quelles dates vous conviennent");

    public async Task<DatePoll> Stands() => (await place.Service<IDatePolls>().Get(Here, poll.Id, default))!.Value;

    public async Task<IReadOnlyList<PollAnswer>> Answers() =>
        (await place.Service<IDatePolls>().Whole(Here, poll.Id, default))!.Answers;

    public Task<IReadOnlyList<DatePoll>> Listed() => place.Service<IDatePolls>().Listed(Here, default);

    public Task<IReadOnlyList<Session>> Sessions() => place.Service<ISessions>().All(Here, default);

    /// <summary>Changes the territory as a new import would.</summary>
    public static Task Revise(Kervelen place, Func<TerritoryRecord, TerritoryRecord> change) =>
        place.Service<ITerritoryRecords>().Revise(Here, there => change(there!), default);

    /// <summary>Another person sits for a seat from now on.</summary>
    public static TerritoryRecord Seated(TerritoryRecord there, string seat, string person) => there with
    {
        Mandates = [.. there.Mandates.Select(m => m.Seat.Value == seat
            ? m with { Holder = there.People.Single(p => p.Id.Value == person), Substitute = null }
            : m)],
    };

    public static async Task<(HttpStatusCode Status, string Words)> Page(Kervelen place, Uri link)
    {
        using var answer = await place.Bot.Client.GetAsync(link);
        return (answer.StatusCode, await Words(answer));
    }

    public static async Task<(HttpStatusCode Status, string Words)> Post(
        Kervelen place, Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await place.Bot.Client.PostAsync(link, form);
        return (answer.StatusCode, await Words(answer));
    }

    // An encoded « < » stays apart from a real one.
    private static async Task<string> Words(HttpResponseMessage answer) => WebUtility.HtmlDecode(
        (await answer.Content.ReadAsStringAsync()).Replace("&lt;", "‹", StringComparison.Ordinal)).Replace('\u00a0', ' ');
}
