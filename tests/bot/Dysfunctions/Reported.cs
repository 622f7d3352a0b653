using System.Text;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>The steps that lead a report to a decision, each as people do it.</summary>
internal static class Reported
{
    public static readonly TerritoryId Territory = new("pays-de-kervelen");

    /// <summary>Enough of the tactical table's chat members for its quorum of 7.</summary>
    public static readonly string[] Quorum =
        ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    /// <summary>Writes what happened and sends the draft as it is.</summary>
    public static async Task<Heard> Report(this Kervelen place, string person, string text)
    {
        var draft = (await place.Say(person, text)).ShouldHaveSingleItem();
        var sent = await place.Press(person, draft, "Envoyer");
        sent.Says("Merci, votre remontée est enregistrée").ShouldBeTrue(sent.Words);
        // What follows at the pilote's is over before anything else is said there.
        await place.Hears(Kervelen.Pilot, sent.Words.Split('\n').Single(line => line.StartsWith("REM-", StringComparison.Ordinal)));
        return sent;
    }

    /// <summary>Waits for the card on which somebody votes.</summary>
    public static async Task<Heard> Ballot(this Kervelen place, string voter, string title)
    {
        Heard? Found() => place.FromBot(voter).LastOrDefault(m => m.Says(title) && m.Buttons.Contains("Pour"));
        await Kervelen.Until(() => Found() is not null, () => $"{voter} is asked about « {title} »");
        return Found()!;
    }

    /// <summary>The pilote convenes the tactical table for 14 December.</summary>
    public static async Task<SessionId> Convene(this Kervelen place, string text = "convoque la TCT le 14/12 9h30, 2h")
    {
        var form = (await place.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);
        var look = await place.Press(Kervelen.Pilot, form, "Vérifier");
        (await place.Press(Kervelen.Pilot, look, "Envoyer")).Says("Séance convoquée").ShouldBeTrue();
        return (await place.Service<ISessions>().All(Territory, default)).MaxBy(s => s.ConvenedAt)!.Id;
    }

    /// <summary>The pilote puts a report on a session's agenda, as an item of its own unless one is named.</summary>
    public static async Task<Heard> PutOnAgenda(
        this Kervelen place, string reference, SessionId session, string item = "", string title = "Sorties du vendredi soir")
    {
        var card = (await place.Say(Kervelen.Pilot, $"suivi {reference}")).ShouldHaveSingleItem();
        return await place.Press(
            Kervelen.Pilot, card, "Mettre à l’ordre du jour", ("place", $"{session}/{item}"), ("title", title), ("minutes", "20"));
    }

    /// <summary>A ballot, from its opening to its closing; each of those who vote presses the same button.</summary>
    public static async Task<Heard> Decide(
        this Kervelen place, string subject, string title, string text, IEnumerable<string> voters, string button = "Pour",
        params (string Input, string Value)[] more)
    {
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        var opened = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", [("subject", subject), ("title", title), ("text", text), .. more]);
        opened.Says("Le vote est ouvert").ShouldBeTrue(opened.Words);
        foreach (var voter in voters)
        {
            await place.Press(voter, await place.Ballot(voter, title), button);
        }

        return await place.Press(Kervelen.Pilot, opened, "Clore maintenant");
    }

    /// <summary>Waits for the decision that the ballot of that title gave.</summary>
    public static async Task<Decision> Recorded(this Kervelen place, string table, string title)
    {
        Decision? Found() => place.Service<IRegister>().Of(Territory, new TableId(table), default).GetAwaiter().GetResult()
            .FirstOrDefault(d => d.Title == title);
        await Kervelen.Until(() => Found() is not null, () => $"« {title} » is decided");
        return Found()!;
    }

    /// <summary>The pilote says axis, family and gravity.</summary>
    public static async Task<Heard> Qualify(this Kervelen place, string reference)
    {
        var card = (await place.Say(Kervelen.Pilot, $"suivi {reference}")).ShouldHaveSingleItem();
        var qualified = await place.Press(Kervelen.Pilot, card, "Qualifier", ("axis", "t3"), ("family", "prise-en-charge"), ("gravity", "Medium"));
        qualified.Says("est qualifiée").ShouldBeTrue(qualified.Words);
        return qualified;
    }

    /// <summary>The data files that hold a text, in UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> FilesWith(this Kervelen place, string text) => [.. Directory
        .EnumerateFiles(place.Bot.Folder, "*", SearchOption.AllDirectories)
        .Where(file => Holds(file, Encoding.UTF8.GetBytes(text)) || Holds(file, Encoding.Unicode.GetBytes(text)))];

    private static bool Holds(string file, byte[] text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, read).IndexOf(text) >= 0;
    }

    public static Task<IReadOnlyList<Dysfunction>> All(this Kervelen place) =>
        place.Service<IDysfunctions>().OfYear(Territory, 2026, default);
}
