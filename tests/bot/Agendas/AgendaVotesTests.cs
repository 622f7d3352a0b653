using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Agendas;

/// <summary>What was put to the vote on an item stands under it, on the card and in the Word file.</summary>
public sealed class AgendaVotesTests : IAsyncLifetime
{
    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _held.ItsTime();
        await _held.Press("run.start");
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task An_item_shows_its_votes_and_what_became_of_them()
    {
        var items = (await _held.Session()).Agenda;
        await Consensus(items[1].Id.Value, "Créer une astreinte");
        await _held.Press("presence.save", [.. new[] { "ch", "had", "emp", "clic", "ccas", "apa", "mg", "idel" }.Select(s => ($"s-tct-{s}", "room"))]);
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(1));
        await Consensus(items[1].Id.Value, "Ouvrir une cellule de sortie");
        var form = await _held.Press("run.ballot", ("item", items[2].Id.Value));
        var sent = await _kervelen.Press(Kervelen.Pilot, form, "Mettre au vote", ("title", "Étendre l’accueil de jour"), ("text", "Étendre l’accueil de jour"));
        sent.Says("Le vote est ouvert").ShouldBeTrue(sent.Words);

        var card = await _held.Press("agenda.show");

        card.Says("proposition « Créer une astreinte » : carence · proposition « Ouvrir une cellule de sortie » : adoptée").ShouldBeTrue(card.Words);
        card.Says("proposition « Étendre l’accueil de jour » : vote en cours").ShouldBeTrue(card.Words);
        var word = Files.Part(await _kervelen.Bot.Client.GetByteArrayAsync(card.Url("Fichier Word")), "word/document.xml").Replace('\u00a0', ' ');
        word.ShouldContain("proposition « Ouvrir une cellule de sortie » : adoptée");
        word.ShouldContain("proposition « Étendre l’accueil de jour » : vote en cours");
    }

    private async Task Consensus(string item, string title) => await _kervelen.Press(
        Kervelen.Pilot, title, "run.consensus", await _held.Data(("item", item), ("title", title)));
}
