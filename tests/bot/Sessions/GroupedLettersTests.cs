using Concertation.Documents.Mail;
using Concertation.Domain;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.Sessions;

/// <summary>« Grouper »: whatever is sent to a table can wait until next week for those written to often, and then leaves as one letter.</summary>
public sealed class GroupedLettersTests
{
    /// <summary>The first working hour of the week after the sample's: 8 h in Paris.</summary>
    internal static readonly DateTimeOffset NextMonday = new(2026, 11, 30, 7, 0, 0, TimeSpan.Zero);

    private const string Chatting = "yann-kerimagin";
    private const string ByMail = "rozenn-pennlivre";
    private const string Offer = "n’écrire à ces personnes que le lundi 30 novembre 2026 à 8 h";

    [Fact]
    public async Task An_agenda_a_ballot_and_the_dates_of_the_year_wait_for_one_moment_and_leave_as_one_letter()
    {
        await using var kervelen = await Kervelen.Start();
        var held = await WrittenToTwice(kervelen);
        var before = LettersTo(kervelen, ByMail).Count;
        await CirculateAgain(kervelen, held);
        var opened = await OpenBallot(kervelen, "2026-12-04");
        opened.Says("ne reçoivent ce vote que le lundi 30 novembre 2026 à 8 h : le clore avant les priverait de réponse").ShouldBeTrue(opened.Words);
        await PlanYear(kervelen);
        await Wait(kervelen, 3);

        LettersTo(kervelen, ByMail).Count.ShouldBe(before);
        kervelen.FromBot(Chatting).ShouldNotContain(m => m.Says("Réserver une place"));
        kervelen.Clock.Advance(NextMonday - kervelen.Clock.GetUtcNow());

        var letter = await kervelen.Receives(ByMail, "et 2 autres messages");
        letter.Text.ShouldContain("messages de la concertation sont réunis ici");
        letter.Text.ShouldContain("Ordre du jour (version 2)");
        letter.Text.ShouldContain("Réserver une place");
        letter.Text.ShouldContain("Voici les dates retenues");
        letter.Subject.ShouldNotStartWith("Dates", Case.Sensitive, "what asks for an answer comes first");
        letter.Calendar.ShouldNotBeNull().ShouldContain("METHOD:PUBLISH");
        await kervelen.Hears(Chatting, "Réserver une place");
        await kervelen.Hears(Chatting, "Dates de l’année");
        await kervelen.Hears(Chatting, "Ordre du jour, version 2");
        await Task.Delay(1000);
        LettersTo(kervelen, ByMail).Count.ShouldBe(before + 1, "one letter, and nothing beside it");
        (await Waiting(kervelen, NextMonday, NoticeState.Waiting)).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_alone_leaves_alone_at_its_time()
    {
        await using var kervelen = await Kervelen.Start();
        var held = await WrittenToTwice(kervelen);
        await CirculateAgain(kervelen, held);
        await Wait(kervelen, 1);
        LettersTo(kervelen, ByMail).ShouldNotContain(l => l.Subject.Contains("version 2", StringComparison.Ordinal));

        kervelen.Clock.Advance(NextMonday - kervelen.Clock.GetUtcNow());

        (await kervelen.Receives(ByMail, "Ordre du jour (version 2)")).Text.ShouldNotContain("réunis ici");
    }

    [Fact]
    public async Task A_ballot_that_ends_too_soon_after_does_not_wait()
    {
        await using var kervelen = await Kervelen.Start();
        await WrittenToTwice(kervelen);

        // Its voters would have a day.
        var opened = await OpenBallot(kervelen, "2026-12-01");

        opened.Says("ne reçoivent ce vote que").ShouldBeFalse(opened.Words);
        await kervelen.Receives(ByMail, "Réserver une place");
        await kervelen.Hears(Chatting, "Réserver une place");
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_ballot_before_having_it()
    {
        await using var kervelen = await Kervelen.Start();
        await WrittenToTwice(kervelen);
        var opened = await OpenBallot(kervelen, "2026-12-04");
        await Wait(kervelen, 1);

        var look = await kervelen.Press(Kervelen.Pilot, opened, "Relancer…");

        look.Raw.ShouldNotContain(ByMail);
        look.Raw.ShouldNotContain(Chatting);
    }

    [Fact]
    public async Task Minutes_may_wait_and_leave_the_same_time_to_ask_for_changes()
    {
        await using var kervelen = await Kervelen.Start();
        var held = new HeldSession(kervelen);
        await held.Convene();
        await kervelen.Receives(ByMail, "Convocation");
        await held.ItsTime();
        await held.Press("agenda.circulate", ("version", "1"));
        await kervelen.Receives(ByMail, "version 1");
        await held.Press("agenda.circulate", ("version", "2"));
        await kervelen.Receives(ByMail, "version 2");
        await held.Press("run.start");
        await held.Press("run.end");
        var shown = await held.Press("minutes.show");
        shown.Raw.ShouldContain("n’écrire à ces personnes que le lundi 21 décembre 2026 à 8 h");

        await kervelen.Press(Kervelen.Pilot, shown, "Diffuser la version 1", ("later", "true"));

        var session = await held.Session();
        var minutes = (await kervelen.Service<IMinutes>().Get(HeldSession.Territory, session.Id, default))!.Minutes.Value;
        var monday = new DateTimeOffset(2026, 12, 21, 7, 0, 0, TimeSpan.Zero);
        minutes.SilentUntil.ShouldBe(monday.AddDays(15));
        await Wait(kervelen, 1, monday);
        LettersTo(kervelen, ByMail).ShouldNotContain(l => l.Subject.Contains("ompte rendu", StringComparison.Ordinal));
        kervelen.Clock.Advance(monday - kervelen.Clock.GetUtcNow());
        await kervelen.Receives(ByMail, "ompte rendu");
    }

    [Fact]
    public async Task A_poll_of_dates_may_wait_too()
    {
        await using var kervelen = await Kervelen.Start();
        await WrittenToTwice(kervelen);
        var form = (await kervelen.Say(Kervelen.Pilot, "sondage de dates TCT le 11/01/2027 9h30 ou le 12/01/2027 9h30, 2h")).Single(m => m.Card is not null);
        var look = await kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        look.Raw.ShouldContain(Offer);

        await kervelen.Press(Kervelen.Pilot, look, "Envoyer le sondage", ("later", "true"));

        await Wait(kervelen, 1);
    }

    [Fact]
    public async Task A_bot_killed_between_taking_them_and_writing_the_letter_writes_it_once_it_is_back()
    {
        using var folder = new TemporaryFolder();
        var clock = new MovableClock();
        string letters;
        await using (var killed = await Kervelen.Start(folder: folder.Path, at: clock))
        {
            var held = await WrittenToTwice(killed);
            await CirculateAgain(killed, held);
            await OpenBallot(killed, "2026-12-04");
            await Wait(killed, 2);
            // Where its letters should go there is no folder: none is written before it is killed.
            letters = killed.Service<MailFolder>().Path;
            Directory.Move(letters, letters + "-aside");
            await File.WriteAllTextAsync(letters, "");
            clock.Advance(NextMonday - clock.GetUtcNow());
            await Wait(killed, 2, state: NoticeState.Sending);
        }

        File.Delete(letters);
        Directory.Move(letters + "-aside", letters);
        await using var kervelen = await Kervelen.Start(folder: folder.Path, at: clock);
        clock.Advance(TimeSpan.FromMinutes(3));

        var letter = await kervelen.Receives(ByMail, "et 1 autre message");
        letter.Text.ShouldContain("Ordre du jour (version 2)");
        letter.Text.ShouldContain("Réserver une place");
    }

    // Its storage answers nothing more after that many writes for the one who gets the letter: claims, counts, outcomes.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_bot_killed_while_they_leave_loses_no_letter(int commits)
    {
        using var folder = new TemporaryFolder();
        var clock = new MovableClock();
        var dying = new DyingRowStore(int.MaxValue);
        await using (var killed = await Kervelen.Start(folder: folder.Path, at: clock, services: services => services.Replace(
            ServiceDescriptor.Singleton<IRowStore>(provider => dying.Over(new SqliteRowStore(provider.GetRequiredService<SqliteFile>()))))))
        {
            var held = await WrittenToTwice(killed);
            await CirculateAgain(killed, held);
            await OpenBallot(killed, "2026-12-04");
            await Wait(killed, 2);
            dying.DiesAfter(commits, ByMail);
            clock.Advance(NextMonday - clock.GetUtcNow());
            await Kervelen.Until(() => dying.IsDead, () => "the bot dies");
        }

        await using var kervelen = await Kervelen.Start(folder: folder.Path, at: clock);
        clock.Advance(TimeSpan.FromMinutes(3));

        await Kervelen.Until(
            () => Holding(kervelen, "Ordre du jour (version 2)") > 0 && Holding(kervelen, "Réserver une place") > 0,
            () => $"both arrive; there are {string.Join(", ", LettersTo(kervelen, ByMail).Select(l => l.Subject))}");
        await Task.Delay(1000);
        clock.Advance(TimeSpan.FromMinutes(3));
        await Task.Delay(1000);
        Holding(kervelen, "Ordre du jour (version 2)").ShouldBeLessThanOrEqualTo(2, "once more after an unknown outcome");
        Holding(kervelen, "Réserver une place").ShouldBeLessThanOrEqualTo(2);
    }

    private static int Holding(Kervelen kervelen, string text) =>
        LettersTo(kervelen, ByMail).Count(l => l.Text.Contains(text, StringComparison.Ordinal) || l.Subject.Contains(text, StringComparison.Ordinal));

    /// <summary>A session is convened and its agenda circulated: everybody called has two messages this week.</summary>
    private static async Task<HeldSession> WrittenToTwice(Kervelen kervelen)
    {
        var held = new HeldSession(kervelen);
        await held.Convene();
        await kervelen.Hears(Chatting, "Convocation");
        await held.Press("agenda.circulate", ("version", "1"));
        await kervelen.Hears(Chatting, "Ordre du jour, version 1");
        await kervelen.Receives(ByMail, "Ordre du jour (version 1)");
        return held;
    }

    private static async Task CirculateAgain(Kervelen kervelen, HeldSession held)
    {
        await held.Press("agenda.save", ("form", "f1"), ("title", "Un point de plus"), ("kind", "discussion"), ("minutes", "10"));
        var agenda = await held.Press("agenda.show");
        agenda.Raw.ShouldContain(Offer);
        var sent = await kervelen.Press(Kervelen.Pilot, agenda, "Diffuser la version 2", ("later", "true"));
        sent.Says("Version 2 diffusée").ShouldBeTrue(sent.Words);
    }

    private static async Task<Heard> OpenBallot(Kervelen kervelen, string closing)
    {
        var form = (await kervelen.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        form.Raw.ShouldContain(Offer + ", si elles ont encore au moins 48");
        var opened = await kervelen.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", "Réserver une place"),
            ("text", "Une place d’urgence est réservée."), ("day", closing), ("time", "18:00"), ("later", "true"));
        opened.Says("Le vote est ouvert").ShouldBeTrue(opened.Words);
        return opened;
    }

    private static async Task PlanYear(Kervelen kervelen)
    {
        var form = (await kervelen.Say(Kervelen.Pilot, "planifier l’année 2027 de la TCT")).Single(m => m.Card is not null);
        form.Raw.ShouldContain(Offer);
        (await kervelen.Press(Kervelen.Pilot, form, "Planifier ces séances", ("later", "true"))).Says("sont prévues").ShouldBeTrue();
    }

    private static List<SavedLetter> LettersTo(Kervelen kervelen, string person)
    {
        var mail = SampleTerritory.Kervelen.People.Single(p => p.Id.Value == person).Mail!;
        return [.. kervelen.Letters().Where(l => l.To.Contains(mail, StringComparison.Ordinal))];
    }

    /// <summary>Waits until so many messages stand so for whoever has mail only.</summary>
    private static async Task Wait(Kervelen kervelen, int messages, DateTimeOffset? until = null, NoticeState state = NoticeState.Waiting)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Waiting(kervelen, until ?? NextMonday, state) != messages)
        {
            await Task.Delay(25, patience.Token);
        }
    }

    private static async Task<int> Waiting(Kervelen kervelen, DateTimeOffset until, NoticeState state)
    {
        var any = Notify.Of(
            new Aggregate(AggregateKind.Session, HeldSession.Territory, "any"), new Effect("any", EffectKind.AgendaCirculated, "any"),
            new PersonId(ByMail), null, until) with { NotBefore = until };
        return (await kervelen.Service<INotices>().LeavingWith(any, default)).Count(n => n.Value.State == state);
    }
}
