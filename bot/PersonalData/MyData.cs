using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Retention;
using Concertation.Work.Links;
using ConcertationBot.Links;
using ConcertationBot.Turns;

namespace ConcertationBot.PersonalData;

/// <summary>« conservation »: the rules and the last proofs, for the pilote.</summary>
public sealed class RetentionCommand(IPurgeProofs proofs) : ITextCommand
{
    private const int Most = 10;

    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => turn.Roster.IsPilot(turn.Actor)
        ? Say.Only(RetentionCards.Rules(turn.Roster.Territory, await proofs.Last(turn.Roster.Territory.Id, Most, cancel)))
        : Say.Only(RetentionTexts.PilotOnly);
}

/// <summary>« exporte mes données »: what is there, and the file behind a link of one's own.</summary>
public sealed class ExportMyDataCommand(PersonData data, MyDataLinks links) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var subject = MyDataFile.SubjectOf(turn.Actor);
        return Say.Only(RetentionCards.Export(
            turn.Roster.Territory, PersonData.Count(await data.Of(subject, cancel)), links.UrlOf(subject)));
    }
}

/// <summary>« efface mes données »: says what goes and what stays, and asks.</summary>
public sealed class EraseMyDataCommand(PersonData data) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => Say.Only(RetentionCards.Ask(
        turn.Roster.Territory, PersonData.Count(await data.Of(MyDataFile.SubjectOf(turn.Actor), cancel))));
}

/// <summary>The person has confirmed.</summary>
public sealed class EraseMyDataClick(Actors actors, PersonData data) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is var (actor, roster)
            ? new CardAnswer.Card(RetentionCards.Erased(roster.Territory, await data.Erase(MyDataFile.SubjectOf(actor), cancel)))
            : new CardAnswer.Refused(HelpTexts.OutOfReach);
}

/// <summary>The person would rather not.</summary>
public sealed class KeepMyDataClick(Actors actors) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is var (_, roster)
            ? new CardAnswer.Card(RetentionCards.Kept(roster.Territory))
            : new CardAnswer.Refused(HelpTexts.OutOfReach);
}

/// <summary>Personal links to one's own data. The subject is the name, which stands nowhere else for whoever has no place.</summary>
public sealed class MyDataLinks(PersonalLinks links, TimeProvider clock)
{
    private static readonly SeatId NoSeat = new("-");
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public Uri UrlOf(Subject subject) => new(links.UrlFor(new PersonalLink(
        subject.Territory, LinkPurpose.PersonData, Uri.EscapeDataString(subject.Name), NoSeat, subject.Id, clock.GetUtcNow() + Lasts)));
}

/// <summary>The file, made when it is opened: it is stored nowhere.</summary>
public sealed class MyDataPage(IRosters rosters, PersonData data, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.PersonData;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel)
    {
        var person = (await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person);
        var subject = new Subject(
            link.Territory, link.Person, person?.Name ?? Uri.UnescapeDataString(link.SubjectId), person?.Mail,
            person?.EntraId ?? Partners.EntraIdOf(link.Person));
        return Results.File(MyDataFile.Of(subject, await data.Of(subject, cancel), clock.GetUtcNow()), "application/json", "mes-donnees.json");
    }

    public Task<IResult> Act(LinkPost post, CancellationToken cancel) => Show(post.Link, cancel);
}

/// <summary>All that is stored about somebody as JSON: their own records whole, others' that name them by where they stand.</summary>
internal static class MyDataFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Subject SubjectOf(Actor actor) => new(actor.Territory, actor.Id, actor.Name, actor.Person?.Mail, actor.EntraId);

    public static byte[] Of(Subject subject, IReadOnlyList<Holding> holdings, DateTimeOffset now)
    {
        var kinds = new JsonObject();
        foreach (var kind in holdings.GroupBy(h => h.Kind).OrderBy(g => g.Key))
        {
            kinds[RetentionTexts.Name(kind.Key)] = new JsonArray([.. kind.Select(Entry)]);
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["nom"] = subject.Name, ["identifiant"] = subject.Id.Value, ["courriel"] = subject.Mail, ["compte"] = subject.EntraId,
                ["territoire"] = subject.Territory.Value, ["le"] = now.ToString("O"), ["donnees"] = kinds,
            },
            Readable);
    }

    private static JsonNode Entry(Holding holding) => new JsonObject
    {
        ["ou"] = $"{holding.Place.Table}, {holding.Place.Key}", ["efface-sur-demande"] = !holding.Stays,
        ["contenu"] = holding.Json is null ? null : JsonNode.Parse(holding.Json),
    };
}
