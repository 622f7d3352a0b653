using System.Net;
using System.Security.Cryptography;
using Concertation.Documents.Word;
using Concertation.Domain.Documents;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Minutes;

/// <summary>From the end of a session to its validated minutes: draft, Word file and back, circulation, amendments, validation.</summary>
public sealed class MinutesJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string NursingHome = "katell-songevrac";
    private const string HomeHospital = "maiwenn-le-brouillon";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _held.ItsTime();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_draft_takes_up_agenda_attendance_notes_actions_and_decisions()
    {
        var draft = await Held();

        draft.Says("Projet").ShouldBeTrue(draft.Words);
        draft.Says("8 sièges présents, 0 excusé, 6 absents").ShouldBeTrue(draft.Words);
        draft.Says("Quorum atteint : 8 sièges présents ou représentés sur 14 (7 nécessaires)").ShouldBeTrue(draft.Words);
        draft.Says("1. Suivi des décisions précédentes").ShouldBeTrue();
        draft.Says("Le CLIC présente le bilan").ShouldBeTrue(draft.Words);
        draft.Says("Ouvrir une cellule de sortie").ShouldBeTrue(draft.Words);
        draft.Says("TCT 2026-001, adoptée").ShouldBeTrue(draft.Words);
        draft.Says("Rédiger la fiche de liaison (CCAS, 15/01/2027)").ShouldBeTrue(draft.Words);
        (await _kervelen.Press(Hospital, "1", "minutes.show", await _held.Data())).Says("pas encore diffusé").ShouldBeTrue("a draft is its convener's");
    }

    [Fact]
    public async Task A_corrected_word_file_becomes_the_text_and_an_older_one_is_not_taken()
    {
        var draft = await Held();
        var file = await Word(draft);
        var corrected = Corrected(file, "Le CLIC présente le bilan des sorties", "Le CLIC présente le bilan trimestriel, discuté par tous");

        var asked = await _kervelen.Attach(Kervelen.Pilot, "CR corrigé.docx", corrected);
        var taken = await _kervelen.Press(Kervelen.Pilot, asked, "Reprendre ces corrections");
        taken.Says("1 passage modifié").ShouldBeTrue(taken.Words);
        taken.Says("bilan trimestriel, discuté par tous").ShouldBeTrue(taken.Words);
        taken.Says("TCT 2026-001, adoptée").ShouldBeTrue("decisions stay");
        (await Full()).Minutes.Value.Version.ShouldBe(2);

        var again = await _kervelen.Attach(Kervelen.Pilot, "CR ancien.docx", Corrected(file, "bilan", "constat"));
        var refused = await _kervelen.Press(Kervelen.Pilot, again, "Reprendre ces corrections");
        refused.Says("la version 2 existe déjà").ShouldBeTrue(refused.Words);
        (await Full()).Minutes.Value.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Names_of_others_stay_out_of_corrected_minutes()
    {
        var file = Corrected(await Word(await Held()), "Le CLIC présente le bilan des sorties", "Le cas de Mme Zorglub, née le 12/03/1938, est évoqué par Mme Kermodel");

        var asked = await _kervelen.Attach(Kervelen.Pilot, "CR.docx", file);
        var refused = await _kervelen.Press(Kervelen.Pilot, asked, "Reprendre ces corrections");

        refused.Says("rien n’en a été gardé").ShouldBeTrue(refused.Words);
        var mine = await _kervelen.Attach(Kervelen.Pilot, "CR2.docx", Corrected(await Word(await Shown()), "Le CLIC présente le bilan des sorties", "Mme Gwenola Kermodel présente le bilan"));
        (await _kervelen.Press(Kervelen.Pilot, mine, "Reprendre ces corrections")).Says("1 passage modifié").ShouldBeTrue("members may be named");
    }

    [Fact]
    public async Task Minutes_go_out_once_are_amended_by_who_was_there_and_final_by_silence()
    {
        var draft = await Held();
        _kervelen.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(_kervelen.Press(Kervelen.Pilot, draft, "Diffuser la version 1"), _kervelen.Press(Kervelen.Pilot, draft, "Diffuser la version 1"));
        var card = await _kervelen.Hears(Hospital, "Compte rendu");
        card.Says("Diffusé").ShouldBeTrue(card.Words);
        var letter = await _kervelen.Receives(HomeHospital, "Compte rendu (version 1)");

        (await _kervelen.Press(NursingHome, "1", "minutes.amend", await _held.Data(("text", "Nous étions là")))).Says("personnes qui étaient à la séance").ShouldBeTrue();
        var form = await _kervelen.Press(Hospital, card, "Demander une modification");
        var sent = await _kervelen.Press(Hospital, form, "Demander", ("text", "Ajouter que la pharmacie sera consultée"));
        sent.Says("est transmise").ShouldBeTrue(sent.Words);
        sent.Buttons.ShouldNotContain("Demander", "the form has gone: it can't be sent twice");
        await AmendByLink(letter);

        var asked = await _kervelen.Hears(Kervelen.Pilot, "la pharmacie sera consultée");
        var accepted = await _kervelen.Press(Kervelen.Pilot, asked, "Reprendre");
        accepted.Says("À la demande du siège").ShouldBeTrue(accepted.Words);
        (await _kervelen.Hears(Hospital, "Votre demande de modification")).Says("est reprise").ShouldBeTrue();
        var early = await _kervelen.Press(Kervelen.Pilot, accepted, "Valider en séance");
        early.Says("attend votre réponse").ShouldBeTrue(early.Words);

        var other = await _kervelen.Hears(Kervelen.Pilot, "les horaires du vendredi");
        var why = await _kervelen.Press(Kervelen.Pilot, other, "Ne pas retenir");
        (await _kervelen.Press(Kervelen.Pilot, why, "Ne pas retenir", ("reason", ""))).Says("Rien n’est encore envoyé").ShouldBeTrue();
        await _kervelen.Press(Kervelen.Pilot, why, "Ne pas retenir", ("reason", "Ce point n’a pas été débattu"));
        (await _kervelen.Receives(HomeHospital, "Votre demande")).Text.ShouldContain("n’a pas été débattu");

        await Silence();
        await Kervelen.Until(() => Full().Result.Minutes.Value.Sha256 is not null, () => "the final file is stored");
        await Immutable();
    }

    [Fact]
    public async Task The_next_session_validates_and_nothing_changes_final_minutes()
    {
        var draft = await Held();
        var circulated = await _kervelen.Press(Kervelen.Pilot, draft, "Diffuser la version 1");
        (await _kervelen.Press(Kervelen.Pilot, circulated, "Valider en séance")).Says("ne s’est pas encore réunie").ShouldBeTrue();
        var file = await Word(circulated);

        await Again();
        var alone = await _kervelen.Press(Kervelen.Pilot, circulated, "Valider en séance");
        alone.Says("n’a pas le quorum").ShouldBeTrue(alone.Words);
        await Attend();
        var valid = await _kervelen.Press(Kervelen.Pilot, circulated, "Valider en séance");
        valid.Says("Approuvé en séance").ShouldBeTrue(valid.Words);
        await Kervelen.Until(() => Full().Result.Minutes.Value.Sha256 is not null, () => "the final file is stored");

        var late = await _kervelen.Attach(Kervelen.Pilot, "CR.docx", Corrected(file, "bilan", "constat"));
        (await _kervelen.Press(Kervelen.Pilot, late, "Reprendre ces corrections")).Says("il ne change plus").ShouldBeTrue();
        await Immutable();
    }

    [Fact]
    public async Task What_comes_after_written_minutes_is_not_taken_and_lost()
    {
        var draft = await Held();
        await _kervelen.Press(Kervelen.Pilot, draft, "Diffuser la version 1");

        (await _kervelen.Say(Kervelen.Pilot, "note : on oubliait le SSIAD"))[^1].Says("déjà rédigé").ShouldBeTrue();
        (await _kervelen.Press(Kervelen.Pilot, "1", "presence.save", await _held.Data(("s-tct-ars", "room")))).Says("déjà rédigé").ShouldBeTrue();
        (await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 3, note"))[^1].Says("pendant la séance").ShouldBeTrue();
        (await _held.Record()).Notes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_restricted_sessions_minutes_are_for_its_seats_alone()
    {
        await using var place = await Kervelen.Start();
        var held = new HeldSession(place);
        await held.Convene("convoque la TCT restreinte le 14/12 9h30, 2h");
        await held.ItsTime();
        await place.Say(Kervelen.Pilot, "on commence");
        await place.Say(Kervelen.Pilot, "fin de séance");
        var draft = (await place.Say(Kervelen.Pilot, "compte rendu")).Single();
        await place.Press(Kervelen.Pilot, draft, "Diffuser la version 1");
        await place.Hears(Hospital, "Compte rendu");

        (await place.Press(NursingHome, "1", "minutes.show", await held.Data())).Says("ne vous est pas ouvert").ShouldBeTrue();
        place.Letters().Where(l => l.Subject.Contains("Compte rendu", StringComparison.Ordinal)).Select(l => l.To)
            .ShouldNotContain(to => to.Contains("had.kervelen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pilote_is_reminded_after_three_and_seven_days_without_minutes()
    {
        await Held();
        _kervelen.Clock.Advance(TimeSpan.FromDays(3));
        await Kervelen.Until(() => Due() == 1, () => "reminded after three days");
        _kervelen.Clock.Advance(TimeSpan.FromDays(4));
        await Kervelen.Until(() => Due() == 2, () => "reminded after seven days");
        _kervelen.FromBot(Hospital).ShouldNotContain(m => m.Says("Compte rendu à diffuser"));
    }

    private int Due() => _kervelen.FromBot(Kervelen.Pilot).Count(m => m.Says("Compte rendu à diffuser"));

    private async Task<Heard> Held()
    {
        await _kervelen.Say(Kervelen.Pilot, "on commence");
        await _kervelen.Press(Kervelen.Pilot, "1", "presence.save", await _held.Data(
            ("s-tct-ch", "room"), ("s-tct-had", "remote"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"), ("s-tct-apa", "room"),
            ("s-tct-mg", "remote"), ("s-tct-idel", "room")));
        await _kervelen.Say(Kervelen.Pilot, "passe au point 2");
        await _kervelen.Say(Kervelen.Pilot, "note : le CLIC présente le bilan des sorties");
        await _kervelen.Say(Kervelen.Pilot, "action : rédiger la fiche de liaison, CCAS, pour le 15/01/2027");
        await _kervelen.Say(Kervelen.Pilot, "consensus sur le point 2 : ouvrir une cellule de sortie");
        await _kervelen.Hears(Hospital, "TCT 2026-001");
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(110));
        await _kervelen.Say(Kervelen.Pilot, "fin de séance");
        return await Shown();
    }

    private async Task<Heard> Shown() => await _kervelen.Press(Kervelen.Pilot, "1", "minutes.show", await _held.Data());

    private async Task<MinutesInFull> Full() =>
        (await _kervelen.Service<IMinutes>().Get(HeldSession.Territory, (await First()).Id, default))!;

    private async Task<Session> First() => (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default))[0];

    private async Task<byte[]> Word(Heard card) => await _kervelen.Bot.Client.GetByteArrayAsync(card.Url("Fichier Word"));

    /// <summary>The file as Word leaves it when words are typed over others: the package written anew.</summary>
    private static byte[] Corrected(byte[] file, string words, string by) => Files.Rewritten(file, "word/document.xml", text => text.Replace(words, by, StringComparison.Ordinal));

    private async Task AmendByLink(SavedLetter letter)
    {
        var link = new Uri(letter.Text.Split('\n').Select(l => l.Trim()).First(l => l.Contains("/lien/", StringComparison.Ordinal)));
        WebUtility.HtmlDecode(await _kervelen.Bot.Client.GetStringAsync(link)).ShouldContain("Le CLIC présente le bilan");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "Corriger les horaires du vendredi" });
        (await _kervelen.Bot.Client.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task Silence()
    {
        var until = (await Full()).Minutes.Value.SilentUntil!.Value;
        _kervelen.Clock.Advance(until - _kervelen.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await Kervelen.Until(() => Full().Result.Minutes.Value.State == MinutesState.Validated, () => "silence validates");
        (await Full()).Minutes.Value.Validated.ShouldBe(ValidatedBy.Silence);
    }

    /// <summary>What is stored is what is served, and its digest is the one that was noted.</summary>
    private async Task Immutable()
    {
        var full = await Full();
        var card = (await _kervelen.Press(Kervelen.Pilot, "1", "minutes.show", new System.Text.Json.Nodes.JsonObject
        {
            ["territory"] = HeldSession.Territory.Value, ["session"] = full.Minutes.Value.Session.Value,
        }));
        Convert.ToHexStringLower(SHA256.HashData(await Word(card))).ShouldBe(full.Minutes.Value.Sha256);
        CorrectedMinutes.Read(await Word(card)).ShouldBeOfType<CorrectedFile.Taken>().SessionId.ShouldBe(full.Minutes.Value.Session.Value);
        (await _kervelen.Service<IDocuments>().Get(HeldSession.Territory, full.Minutes.Value.PaperId!.Value, default))!.Name.ShouldBe("Compte rendu TCT 2026-12-14.docx");
    }

    [Fact]
    public async Task Another_format_of_the_table_does_not_approve_the_plenary()
    {
        var circulated = await _kervelen.Press(Kervelen.Pilot, await Held(), "Diffuser la version 1");

        await Again("convoque la TCT restreinte le 21/12 9h30, 2h");
        await Attend();

        var refused = await _kervelen.Press(Kervelen.Pilot, circulated, "Valider en séance");
        refused.Says("ne s’est pas encore réunie depuis en plénière").ShouldBeTrue(refused.Words);
    }

    /// <summary>Every seat called to the second session is there.</summary>
    private async Task Attend()
    {
        var next = (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default))[1];
        var data = new System.Text.Json.Nodes.JsonObject { ["territory"] = HeldSession.Territory.Value, ["session"] = next.Id.Value };
        foreach (var seat in next.Called((await _held.Roster()).TableOf(next.Table)!))
        {
            data[$"s-{seat.Id}"] = "room";
        }

        await _kervelen.Press(Kervelen.Pilot, "1", "presence.save", data);
    }

    private async Task Again(string words = "convoque la TCT plénière le 21/12 9h30, 2h")
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, words)).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        var next = (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default))[1];
        _kervelen.Clock.Advance(next.Start - TimeSpan.FromHours(20) - _kervelen.Clock.GetUtcNow());
        await _kervelen.Press(Kervelen.Pilot, "1", "run.start", new System.Text.Json.Nodes.JsonObject
        {
            ["territory"] = HeldSession.Territory.Value, ["session"] = next.Id.Value,
        });
    }
}
