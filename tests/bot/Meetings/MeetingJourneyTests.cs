using Concertation.Domain.Decisions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Meetings;

/// <summary>A session as it is held: who is there, the quorum as it rises, the agenda gone through, notes, actions, consensus.</summary>
public sealed class MeetingJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string Clic = "gwenola-kermodel";

    private static readonly SimulatedGroup Chat = new("19:meeting_kervelen@thread.v2", "groupChat");

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_attendance_sheet_starts_from_the_answers_and_the_quorum_follows_it()
    {
        await _kervelen.Say(Hospital, "ok pour le 14");
        await _kervelen.Say("katell-songevrac", "absente le 14");
        await _held.ItsTime();

        var sheet = (await _kervelen.Say(Kervelen.Pilot, "feuille de présence")).Single();
        sheet.Says("1 annoncé, pas encore noté, 1 excusé et 12 sans réponse, pas encore notés").ShouldBeTrue(sheet.Words);
        sheet.Says("Quorum non atteint : 0 siège présent ou représenté sur 14 (7 nécessaires)").ShouldBeTrue(sheet.Words);
        sheet.Input("s-tct-ehpad").ShouldBe("excused");

        var all = await _kervelen.Press(Kervelen.Pilot, sheet, "Tous les annoncés sont là");
        all.Says("1 siège présent").ShouldBeTrue(all.Words);
        var saved = await _kervelen.Press(
            Kervelen.Pilot, all, "Enregistrer", ("s-tct-had", "remote"), ("s-tct-emp", "room"), ("s-tct-clic", "room"),
            ("s-tct-ccas", "instead"), ("s-tct-apa", "room"), ("s-tct-mg", "room"));
        saved.Says("Quorum atteint : 7 sièges présents ou représentés sur 14 (7 nécessaires)").ShouldBeTrue(saved.Words);
        (await _held.Record()).Presences.Single(p => p.Seat.Value == "tct-ccas").RepresentedBy.ShouldBe("Enora Kersonge");
    }

    [Fact]
    public async Task A_proxy_counts_while_its_holder_is_there_and_the_giver_is_not()
    {
        await _kervelen.Say("katell-songevrac", "absente le 14");
        (await _kervelen.Say("katell-songevrac", "je donne pouvoir à Gwenola Kermodel")).Single().Says("a pouvoir pour").ShouldBeTrue();
        var full = (await _kervelen.Say("malo-trecrayon", "je donne mon pouvoir à Gwenola Kermodel")).Single();
        full.Says("a déjà 1 pouvoir, le maximum").ShouldBeTrue(full.Words);

        await _held.ItsTime();
        (await Noted(("s-tct-clic", "room"))).Says("1 siège présent et 1 représenté par pouvoir").ShouldBeFalse("12 are absent beside them");
        (await Quorum()).ShouldBe((1, 1));
        await Noted(("s-tct-ehpad", "room"));
        (await Quorum()).ShouldBe((2, 0));
        await Noted(("s-tct-ehpad", "excused"), ("s-tct-clic", "excused"));
        (await Quorum()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_proxy_is_given_to_a_seat_by_a_word_of_its_name_and_taken_back_in_words()
    {
        const string NursingHome = "katell-songevrac";
        var form = (await _kervelen.Say(NursingHome, "je donne pouvoir au CLIC")).Single();
        form.Says("Répondez d’abord").ShouldBeFalse("nobody said that they come");
        (await _held.Record()).Proxies.ShouldHaveSingleItem().To.Value.ShouldBe("tct-clic");
        form.Says("Pouvoir donné").ShouldBeTrue(form.Words);
        form.Buttons.ShouldNotContain("Donner pouvoir");

        var again = await _kervelen.Press(NursingHome, form, "Choisir un autre siège");
        again.Input("holder").ShouldBe("tct-clic");
        var other = await _kervelen.Press(NursingHome, again, "Donner pouvoir", ("holder", "tct-ccas"));
        other.Says("CCAS de Kervelen a pouvoir pour EHPAD Les Bruyères").ShouldBeTrue(other.Words);

        (await _kervelen.Say(NursingHome, "je reprends mon pouvoir")).Single().Says("Pouvoir repris").ShouldBeTrue();
        (await _held.Record()).Proxies.ShouldBeEmpty();
        (await _kervelen.Say(NursingHome, "je reprends mon pouvoir")).Single().Says("Vous n’avez donné pouvoir").ShouldBeTrue();

        await _kervelen.Say(NursingHome, "présente le 14");
        var coming = (await _kervelen.Say(NursingHome, "je donne pouvoir au CCAS")).Single();
        coming.Says("Répondez d’abord").ShouldBeTrue(coming.Words);
        coming.Input("holder").ShouldBe("tct-ccas", "what was said needn't be chosen again");
    }

    [Fact]
    public async Task Who_has_no_account_gives_and_takes_back_a_proxy_from_the_page_of_the_letter()
    {
        var letter = await _kervelen.Receives("maiwenn-le-brouillon", "Convocation");
        var link = new Uri(letter.Text.Split('\n').Select(l => l.Trim()).First(l => l.Contains("/lien/", StringComparison.Ordinal)));
        (await Post(link, ("reply", "absent"), ("seen", "0"))).ShouldContain("Donner pouvoir");
        (await Post(link, ("proxy", "give"), ("holder", "tct-clic"))).ShouldContain("Pouvoir donné à");
        (await _held.Record()).Proxies.ShouldHaveSingleItem().Way.ShouldBe(Concertation.Domain.Way.Link);
        (await Post(link, ("proxy", "give"), ("holder", "tcs-ars"))).ShouldContain("Rien n’a changé");
        await Post(link, ("proxy", "back"));
        (await _held.Record()).Proxies.ShouldBeEmpty();
        (await Post(link, ("feed", "show"))).ShouldContain("/agenda/");
    }

    private async Task<string> Post(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return System.Net.WebUtility.HtmlDecode(await (await _kervelen.Bot.Client.PostAsync(link, form)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_givers_at_once_cannot_pass_the_cap()
    {
        var data = await _held.Data(("seat", "tct-ehpad"), ("holder", "tct-clic"));
        var other = await _held.Data(("seat", "tct-handicap"), ("holder", "tct-clic"));

        await Task.WhenAll(
            _kervelen.Press("katell-songevrac", "1", "proxy.give", data), _kervelen.Press("malo-trecrayon", "1", "proxy.give", other));

        (await _held.Record()).Proxies.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("tct-ehpad", "tct-ehpad")]
    [InlineData("tct-ehpad", "tcs-ars")]
    [InlineData("tct-clic", "tct-ch")]
    public async Task A_proxy_is_given_by_ones_own_seat_to_another_of_the_session(string from, string to)
    {
        await _kervelen.Press("katell-songevrac", "1", "proxy.give", await _held.Data(("seat", from), ("holder", to)));

        (await _held.Record()).Proxies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_joins_the_meeting_fills_the_sheet_and_late_and_leaving_are_seen()
    {
        await _kervelen.Press(Kervelen.Pilot, (await MoveOnline()), "Voir la séance");
        await _held.ItsTime();
        await _kervelen.Meets(Hospital, Chat, joined: true);
        (await _held.Record()).Presences.Single().Mode.ShouldBe(PresenceMode.Remote);

        await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence");
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(25));
        await _kervelen.Meets("aziliz-portebrume", Chat, joined: true);
        await _kervelen.Meets(Hospital, Chat, joined: false);

        var late = (await _held.Record()).Presences.Single(p => p.Seat.Value == "tct-clic");
        (late.RepresentedBy, late.ArrivedAt).ShouldBe(("Aziliz Portebrume", _kervelen.Clock.GetUtcNow()));
        (await _held.Record()).Presences.Single(p => p.Seat.Value == "tct-ch").LeftAt.ShouldBe(_kervelen.Clock.GetUtcNow());
        (await Quorum()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_group_chat_goes_through_the_agenda_and_hides_what_is_held_in_huis_clos()
    {
        await Item(2, ("incamera", "true"));
        await _held.ItsTime();

        var begun = (await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence")).Single();
        begun.Says("Point 1 sur 3").ShouldBeTrue(begun.Words);
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(14));
        var second = await _kervelen.PressIn(Kervelen.Pilot, Chat, begun, "Point suivant");
        second.Says("Point 2 sur 3").ShouldBeTrue(second.Words);
        second.Says("4 min de retard").ShouldBeTrue(second.Words);
        second.Says("point à huis clos").ShouldBeTrue();
        second.Says("Sorties du vendredi").ShouldBeFalse(second.Words);
        (await _kervelen.PressIn(Kervelen.Pilot, Chat, begun, "Point suivant")).Says("Point 2 sur 3").ShouldBeTrue("pressed twice, it goes on once");

        (await _kervelen.Mention(Kervelen.Pilot, Chat, "passe au point 3")).Single().Says("Accueil de jour").ShouldBeTrue();
        (await _kervelen.Mention(Kervelen.Pilot, Chat, "point suivant")).Single().Says("C’était le dernier point").ShouldBeTrue();
        (await _kervelen.Mention(Hospital, Chat, "fin de séance")).Single().Says("Seules les personnes qui animent").ShouldBeTrue();
        (await _kervelen.Mention(Kervelen.Pilot, Chat, "fin de séance")).Single().Says("Terminée").ShouldBeTrue();
        (await _held.Record()).Run!.Value.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_personal_stays_out_of_the_group()
    {
        await _held.ItsTime();
        await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence");
        foreach (var text in new[] { "séances", "mes remontées", "ordre du jour", "compte rendu", "bonjour", "je serai absent" })
        {
            var said = (await _kervelen.Mention(Hospital, Chat, text)).Single();
            said.Card.ShouldBeNull(text);
            said.Says("conversation personnelle").ShouldBeTrue(said.Words);
        }

        var run = (await _kervelen.Mention(Kervelen.Pilot, Chat, "passe au point 2")).Single();
        (await _kervelen.PressIn(Kervelen.Pilot, Chat, run, "Présences")).Says("conversation personnelle").ShouldBeTrue();
        var before = _kervelen.FromBot(Kervelen.Pilot).Count;
        (await _kervelen.PressIn(Kervelen.Pilot, Chat, run, "Mettre au vote")).Says("dans notre conversation personnelle").ShouldBeTrue();
        _kervelen.FromBot(Kervelen.Pilot)[before].Input("subject")!.ShouldContain((await _held.Session()).Agenda[1].Id.Value);
    }

    [Fact]
    public async Task Notes_and_actions_take_one_line_and_actions_stand_on_the_axis_of_their_item()
    {
        await _held.ItsTime();
        await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence");
        await _kervelen.Mention(Kervelen.Pilot, Chat, "passe au point 2");

        (await _kervelen.Mention(Kervelen.Pilot, Chat, "note : le CLIC présente le bilan des sorties")).Single().Says("Noté (point 2)").ShouldBeTrue();
        (await _kervelen.Mention(Kervelen.Pilot, Chat, "note : Mme Zorglub, née le 12/03/1938, est sortie seule")).Single().Says("rien n’en a été gardé").ShouldBeTrue();
        var action = (await _kervelen.Mention(Kervelen.Pilot, Chat, "action : rédiger la fiche de liaison, CCAS, pour le 15/01/2027")).Single();
        action.Says("Action notée (point 2) : Rédiger la fiche de liaison — CCAS, pour le 15/01/2027").ShouldBeTrue(action.Words);

        var notes = (await _held.Record()).Notes;
        notes.Select(n => n.Kind).ShouldBe([NoteKind.Debate, NoteKind.Action], ignoreOrder: true);
        await Kervelen.Until(() => OnAxis().Result.Count == 1, () => "the action stands on its axis");
        var entrusted = (await OnAxis())[0];
        (entrusted.What, entrusted.Who, entrusted.Due).ShouldBe(("Rédiger la fiche de liaison", "CCAS", "2027-01-15"));
        System.Net.WebUtility.HtmlDecode(await _kervelen.Bot.Client.GetStringAsync(new Uri("tab/feuille-de-route?annee=2026", UriKind.Relative))).ShouldContain("Rédiger la fiche de liaison");
    }

    [Fact]
    public async Task A_consensus_is_numbered_with_the_attendance_as_its_quorum()
    {
        await _held.ItsTime();
        await _kervelen.Say(Kervelen.Pilot, "on commence");
        var asked = (await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 2 : ouvrir une cellule")).Single();
        asked.Says("donnerait une carence").ShouldBeTrue(asked.Words);
        asked.Input("title").ShouldBe("Ouvrir une cellule");
        (await _kervelen.Service<Concertation.Domain.Votes.IBallots>().Recent(HeldSession.Territory, default)).ShouldBeEmpty();
        var carence = await _kervelen.Press(Kervelen.Pilot, asked, "Constater le consensus");
        carence.Says("Consensus sans quorum").ShouldBeTrue(carence.Words);

        await Noted(
            ("s-tct-ch", "room"), ("s-tct-had", "room"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"), ("s-tct-apa", "room"),
            ("s-tct-mg", "remote"), ("s-tct-ehpad", "room"));
        var found = (await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 2 : ouvrir une cellule de sortie le vendredi, avec une réserve de l'EHPAD"))
            .First(m => m.Says("Consensus constaté en séance. Quorum"));
        found.Says("Consensus constaté en séance. Quorum : 8 sièges présents ou représentés sur 14 (7 nécessaires)").ShouldBeTrue(found.Words);
        found.Says("Réserves ou désaccords notés").ShouldBeTrue(found.Words);

        // Found by the pilote's deputy too, in the same words: one decision.
        (await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 2 : ouvrir une cellule de sortie le vendredi, avec une réserve de l'EHPAD"))
            .ShouldContain(m => m.Says("Consensus constaté en séance. Quorum"));

        // Without words of its own the item's title would be the decision: it is shown first.
        (await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 2, note")).Single().Input("title").ShouldBe("Sorties du vendredi");
        var decision = (await Decided()).ShouldHaveSingleItem();
        decision.Title.ShouldBe("Ouvrir une cellule de sortie le vendredi");
        RegisterChain.Verify(await Decided()).ShouldBeOfType<ChainCheck.Intact>();
        (await _kervelen.Hears(Hospital, "Ouvrir une cellule de sortie le vendredi")).Says("Consensus constaté").ShouldBeTrue();
    }

    [Fact]
    public async Task A_consensus_from_the_running_card_is_looked_at_before_it_is_numbered()
    {
        await _held.ItsTime();
        await _kervelen.Say(Kervelen.Pilot, "on commence");
        await Noted(
            ("s-tct-ch", "room"), ("s-tct-had", "room"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"), ("s-tct-apa", "room"),
            ("s-tct-mg", "remote"), ("s-tct-ehpad", "room"));
        var data = await _held.Data(("item", (await _held.Session()).Agenda[1].Id.Value), ("title", "Ouvrir une cellule"));

        var asked = await _kervelen.Press(Kervelen.Pilot, "1", "run.askconsensus", data);

        asked.Says("8 sièges présents ou représentés sur 14").ShouldBeTrue(asked.Words);
        asked.Says("La décision est numérotée et envoyée aussitôt").ShouldBeTrue(asked.Words);
        asked.Input("title").ShouldBe("Ouvrir une cellule");
        (await _kervelen.Service<Concertation.Domain.Votes.IBallots>().Recent(HeldSession.Territory, default)).ShouldBeEmpty();
        await _kervelen.Press(Kervelen.Pilot, asked, "Constater le consensus");
        (await Decided()).ShouldHaveSingleItem().Title.ShouldBe("Ouvrir une cellule");
    }

    [Fact]
    public async Task A_session_begins_no_earlier_than_the_day_before_and_once()
    {
        (await _kervelen.Press(Kervelen.Pilot, "1", "run.start", await _held.Data())).Says("la veille au plus tôt").ShouldBeTrue();
        (await _kervelen.Press(Kervelen.Pilot, "1", "presence.save", await _held.Data(("s-tct-ch", "room")))).Says("à partir de la veille").ShouldBeTrue();
        (await _held.Record()).Presences.ShouldBeEmpty();
        await _held.ItsTime();
        await Task.WhenAll(
            _kervelen.Press(Kervelen.Pilot, "1", "run.start", await _held.Data()), _kervelen.Press("ewen-fictif", "1", "run.start", await _held.Data()));
        (await _held.Record()).Run!.Value.Times.ShouldHaveSingleItem();
        (await _kervelen.Press(Hospital, "1", "run.end", await _held.Data())).Says("Seules les personnes").ShouldBeTrue();
        (await _held.Record()).Run!.Value.IsRunning.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<Decision>> Decided()
    {
        var register = _kervelen.Service<IRegister>();
        await Kervelen.Until(() => register.Of(HeldSession.Territory, new("tct"), default).Result.Count > 0, () => "a decision is numbered");
        return await register.Of(HeldSession.Territory, new Concertation.Domain.Tables.TableId("tct"), default);
    }

    private async Task<IReadOnlyList<ActionOnAxis>> OnAxis() =>
        (await _kervelen.Service<IRoadmaps>().Get(HeldSession.Territory, 2026, default))!.Actions;

    private async Task<Heard> Noted(params (string Seat, string State)[] seats) =>
        await _kervelen.Press(Kervelen.Pilot, "1", "presence.save", await _held.Data(seats));

    private async Task<(int Attending, int ByProxy)> Quorum()
    {
        var session = await _held.Session();
        var roster = (await _kervelen.Service<Concertation.Domain.Tables.IRosters>().Get(HeldSession.Territory, default))!;
        var replies = await _kervelen.Service<ISessions>().Replies(HeldSession.Territory, session.Id, default);
        var quorum = RollCall.Of(session, roster.TableOf(session.Table)!, roster, replies, await _held.Record()).Quorum();
        return (quorum.Attending, quorum.ByProxy);
    }

    private async Task Item(int number, params (string Input, string Value)[] changes)
    {
        var item = (await _held.Session()).Agenda[number - 1];
        var form = await _kervelen.Press(Kervelen.Pilot, "1", "agenda.form", await _held.Data(("item", item.Id.Value)));
        await _kervelen.Press(Kervelen.Pilot, form, "Enregistrer", changes);
    }

    private async Task<Heard> MoveOnline()
    {
        var form = await _kervelen.Press(Kervelen.Pilot, _held.Convened, "Déplacer");
        await _kervelen.Press(
            Kervelen.Pilot, form, "Déplacer et prévenir", ("online", "true"),
            ("onlineurl", "https://teams.example/l/meetup-join/19%3ameeting_kervelen%40thread.v2/0"));
        return (await _kervelen.Say(Kervelen.Pilot, "qui a pas répondu ?")).Single();
    }
}
