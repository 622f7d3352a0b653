using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Meetings;

/// <summary>Who holds another seat's proxy knows it, and learns when it ends: votes hang on it.</summary>
public sealed class ProxyNewsTests : IAsyncLifetime
{
    private const string Giver = "katell-songevrac";
    private const string GiversSubstitute = "ronan-le-carnet";
    private const string Holder = "gwenola-kermodel";

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
    public async Task The_holder_is_told_and_sees_it_on_the_convocation_and_in_the_list()
    {
        await _held.Press("proxy.give", ("seat", "tct-ehpad"), ("holder", "tct-clic"));

        var told = await _kervelen.Hears(Holder, "Pouvoir reçu");
        told.Says("donne pouvoir à CLIC").ShouldBeTrue(told.Words);
        (await _kervelen.Press(Holder, told, "Voir la séance")).Says("Votre siège porte le pouvoir de EHPAD").ShouldBeTrue();
        (await _kervelen.Say(Holder, "séances")).ShouldHaveSingleItem().Says("Votre siège porte le pouvoir de EHPAD").ShouldBeTrue();
        await _kervelen.Press(Giver, "1", "sessions.reply", await _held.Data(("seat", "tct-ehpad"), ("reply", "absent")));
        var own = await _kervelen.Press(Giver, "1", "sessions.show", await _held.Data());
        own.Says("Pouvoir donné à CLIC").ShouldBeTrue(own.Words);
    }

    [Fact]
    public async Task A_holder_without_account_is_told_by_mail_and_on_the_page()
    {
        await _held.Press("proxy.give", ("seat", "tct-ehpad"), ("holder", "tct-had"));

        var letter = await _kervelen.Receives("maiwenn-le-brouillon", "Pouvoir reçu");
        letter.Text.ShouldContain("donne pouvoir à");
        (await _kervelen.Bot.Client.GetStringAsync(letter.Link)).ShouldContain("Pouvoirs");
    }

    [Fact]
    public async Task When_the_substitute_comes_after_all_the_proxy_ends_and_both_are_told()
    {
        await _kervelen.Press(Giver, "1", "sessions.reply", await _held.Data(("seat", "tct-ehpad"), ("reply", "absent")));
        await _kervelen.Press(Giver, "1", "proxy.give", await _held.Data(("seat", "tct-ehpad"), ("holder", "tct-clic")));
        await _kervelen.Hears(Holder, "Pouvoir reçu");

        var reply = await _kervelen.Receives(GiversSubstitute, "Remplacement");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("reply", "present"), KeyValuePair.Create("seen", "0")]);
        await _kervelen.Bot.Client.PostAsync(reply.Link, form);

        (await _held.Record()).Proxies.ShouldBeEmpty();
        (await _kervelen.Hears(Holder, "Pouvoir repris")).Says("ne vaut plus pour cette séance").ShouldBeTrue();
        await _kervelen.Hears(Giver, "Pouvoir repris");
    }
}
