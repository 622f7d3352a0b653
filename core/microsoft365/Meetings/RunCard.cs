using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Meetings;

/// <summary>A session under way, as everybody in the room may see it.</summary>
/// <param name="Run">Null before it begins.</param>
/// <param name="OpenBallots">Its ballots that still take answers, where the session is about to end or has.</param>
/// <param name="Among">Shown to a group: titles of items in huis clos stay out of it.</param>
public sealed record RunView(
    Session Session, Table Table, Roster Roster, RollCall Roll, MeetingRecord Record, DateTimeOffset Now, bool Among,
    FollowUp? FollowUp = null, IReadOnlyList<Ballot>? OpenBallots = null)
{
    public SessionRun? Run => Record.Run?.Value;

    public TimeZoneInfo Zone => Roster.Zone;

    public AgendaItem? Current => Run?.Current is { } on ? Session.ItemOf(on) : null;

    /// <summary>The item's title, as this reader may see it.</summary>
    public string TitleOf(AgendaItem item) => item.InCamera && Among ? MeetingTexts.InCamera : item.Title;
}

/// <summary>The card a session is held with: which item, how long, what to do next.</summary>
public static class RunCard
{
    private const string NoteBlock = "noter";
    private const string ActionBlock = "agir";
    private const string ConsensusBlock = "consensus";

    public static AdaptiveCard Of(RunView view, string? news = null, string? problem = null)
    {
        var session = view.Session;
        return CardTrim.Fit(Card(
            $"Séance : {SessionTexts.Name(session, view.Table, view.Zone)}",
            [
                Heading(SessionPieces.Subtitle(session, view.Table), view.Run switch { null => "Tenir la séance", { IsRunning: true } => "Séance en cours", _ => "Séance terminée" }, Status(view)),
                news is null ? null : Notice(NoticeKind.Good, "C’est fait", news),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                .. Item(view),
                Faint($"{MeetingTexts.Counts(view.Roll)} {MeetingTexts.Quorum(view.Roll.Quorum())}"),
                MeetingTexts.Colleges(view.Roll.Quorum()) is { } colleges ? Faint(colleges) : null,
                .. StillOpen(view),
                Buttons(Actions(view)),
                .. Folds(view),
            ]));
    }

    private static IEnumerable<CardElement> StillOpen(RunView view)
    {
        foreach (var ballot in (view.OpenBallots ?? []).Take(3))
        {
            var title = view.Among && ballot.Labels.InCamera ? MeetingTexts.InCamera : ballot.Title;
            yield return Notice(NoticeKind.Warning, "Un vote reste ouvert", $"{title} — ouvert {VoteTexts.Until(ballot)}.");
            yield return Buttons(new CardButton("Suivre ou clore ce vote", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false })!;
        }
    }

    private static CardStatus Status(RunView view) => view.Run switch
    {
        null => new("Pas commencée", TextColor.Accent),
        { IsRunning: true } run => new($"Depuis {French.Time(run.StartedAt, view.Zone)}", TextColor.Good),
        var run => new($"Terminée à {French.Time(run.EndedAt!.Value, view.Zone)}"),
    };

    private static IEnumerable<CardElement> Item(RunView view)
    {
        if (view.Run is not { } run)
        {
            yield return SessionPieces.Facts(view.Session, view.Zone)!;
            yield break;
        }

        if (view.Current is { } item)
        {
            yield return Subtitle($"{MeetingTexts.Position(view.Session, item.Id)} — {SessionTexts.Kind(item.Kind).ToLowerInvariant()}");
            yield return Lead(view.TitleOf(item)) with { Spacing = Spacing.None };
            if (item.InCamera)
            {
                yield return Notice(NoticeKind.Warning, "À huis clos", MeetingTexts.Closed(view.Record.Guests));
            }

            yield return Line(Run(MeetingTexts.Spent(item, run.Spent(item.Id, view.Now))), Between(" · "), Run(MeetingTexts.Pace(view.Session, run, view.Now)));
            foreach (var line in FollowUpTexts.Lines(view.FollowUp, item.Id))
            {
                yield return PeopleText(line) with { Spacing = Spacing.Small };
            }

            if (view.Session.Agenda.ElementAtOrDefault(MeetingTexts.Number(view.Session, item.Id)) is { } next)
            {
                yield return Faint($"Ensuite : {view.TitleOf(next)} ({French.Duration(TimeSpan.FromMinutes(next.Minutes))})");
            }
        }
        else if (!run.IsRunning)
        {
            yield return PeopleText($"La séance a duré {MeetingTexts.Minutes(run.EndedAt!.Value - run.StartedAt)} sur {French.Duration(view.Session.Duration)} {(view.Session.Duration < TimeSpan.FromMinutes(2) ? "prévue" : "prévues")}.");
        }
    }

    private static IEnumerable<CardAction?> Actions(RunView view)
    {
        var data = SessionKeys.Of(view.Session);
        var quiet = new CardButton("Présences", MeetingVerbs.Presence, data) { WithInputs = false };
        if (view.Run is not { } run)
        {
            return
            [
                HoldSession.IsTooLate(view.Session, view.Now)
                    ? new CardButton("Compte rendu", Minutes.MinutesVerbs.Show, data) { WithInputs = false }
                    : new CardButton("Commencer la séance", MeetingVerbs.Start, data, ActionStyle.Positive) { WithInputs = false },
                quiet,
            ];
        }

        if (!run.IsRunning)
        {
            return [new CardButton("Compte rendu", Minutes.MinutesVerbs.Show, data) { WithInputs = false }, quiet];
        }

        var last = view.Current is { } on && view.Session.Agenda[^1].Id == on.Id;
        return
        [
            last ? null : new CardButton("Point suivant", MeetingVerbs.Next, MeetingKeys.At(view.Session, run.Current), ActionStyle.Positive) { WithInputs = false },
            Unfold("Noter", NoteBlock),
            Unfold("Action", ActionBlock),
            view.Current is null ? null : Unfold("Consensus", ConsensusBlock),
            view.Current is null ? null : new CardButton("Mettre au vote", MeetingVerbs.Ballot, MeetingKeys.At(view.Session, run.Current)) { WithInputs = false },
            view is { Among: false, Current.Escalated: { } escalated }
                ? new CardButton(
                    "Décision soumise", EscalationVerbs.Show, EscalationVerbs.Of(view.Session.Territory, view.Session.Territory, escalated)) { WithInputs = false }
                : null,
            quiet,
            new CardButton("Déports", MeetingVerbs.RecuseForm, MeetingKeys.At(view.Session, run.Current)) { WithInputs = false, Aside = true },
            new CardButton("Actualiser", MeetingVerbs.Show, data) { WithInputs = false, Aside = true },
            new CardButton("Terminer la séance", MeetingVerbs.End, data, last ? ActionStyle.Positive : null) { WithInputs = false, Aside = !last },
        ];
    }

    private static IEnumerable<CardElement> Folds(RunView view)
    {
        if (view.Run is not { IsRunning: true } run)
        {
            yield break;
        }

        var data = MeetingKeys.At(view.Session, run.Current);
        yield return Folded(
            NoteBlock,
            new TextInput(MeetingKeys.Text) { Label = "À noter sur ce point", IsMultiline = true, MaxLength = WriteNote.MostText },
            Buttons(new CardButton("Noter pour le compte rendu", MeetingVerbs.Note, (System.Text.Json.Nodes.JsonObject)data.DeepClone())));
        yield return Folded(
            ActionBlock,
            new TextInput("what") { Label = "Que faut-il faire ?", MaxLength = 500 },
            new TextInput(MeetingKeys.Who) { Label = "Qui s’en charge ?", Placeholder = "Structure ou personne", MaxLength = SessionLimits.RepresentedBy },
            new DateInput(MeetingKeys.Due) { Label = "Pour quand ?" },
            Buttons(new CardButton("Noter l’action", MeetingVerbs.Action, (System.Text.Json.Nodes.JsonObject)data.DeepClone())));
        if (view.Current is not null)
        {
            yield return Folded(
                ConsensusBlock,
                [
                    .. ConsensusCard.Fields(view.Among && view.Current.InCamera ? null : view.Current.Title, null),
                    Buttons(new CardButton("Constater le consensus…", MeetingVerbs.AskConsensus, (System.Text.Json.Nodes.JsonObject)data.DeepClone())),
                    Faint(MeetingTexts.NumberedAtOnce),
                ]);
        }
    }
}
