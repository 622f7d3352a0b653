using System.Net;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

public sealed class TokenTests(ProductionBot bot) : IClassFixture<ProductionBot>
{
    [Fact]
    public async Task A_turn_with_a_good_token_is_taken()
    {
        (await bot.Post(bot.Message("bon jeton"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        bot.Heard("bon jeton").ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_without_a_token_is_401()
    {
        (await bot.Post(bot.Message("sans jeton"), null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        bot.Heard("sans jeton").ShouldBeFalse();
    }

    public static TheoryData<string> WrongHeaders =>
        ["Basic {0}", "Bearer {0} {0}", "Bearer", "Bearer  {0}", "{0}", "Bearer a.b", "Bearer a.b.c", "Bearer x{0}"];

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task A_header_that_is_not_Bearer_and_one_token_is_403(string header)
    {
        var authorization = string.Format(null, header, bot.Forge.Sign(bot.GoodToken));
        await Refused(bot.Message("en-tête " + header), authorization);
    }

    public static TheoryData<string, Func<ForgedToken, ForgedToken>> WrongTokens => new()
    {
        { "alg none", token => token with { Algorithm = "none" } },
        { "alg HS256", token => token with { Algorithm = "HS256" } },
        { "alg RS512", token => token with { Algorithm = "RS512" } },
        { "alg PS256", token => token with { Algorithm = "PS256" } },
        { "unknown key", token => token with { KeyId = "unknown" } },
        { "no key id", token => token with { KeyId = "" } },
        { "expired", token => token with { Expires = DateTimeOffset.UtcNow.AddMinutes(-6) } },
        { "without end", token => token with { Expires = null } },
        { "not yet valid", token => token with { NotBefore = DateTimeOffset.UtcNow.AddMinutes(6) } },
        { "other issuer", token => token with { Issuer = "https://sts.windows.net/" + ProductionBot.Tenant + "/" } },
        { "issuer's slash", token => token with { Issuer = "https://api.botframework.com/" } },
        { "no issuer", token => token with { Issuer = null } },
        { "other audience", token => token with { Audience = "another-bot" } },
        { "no audience", token => token with { Audience = null } },
        { "no service address", token => token with { ServiceUrl = null } },
        { "empty service address", token => token with { ServiceUrl = "" } },
        { "other service address", token => token with { ServiceUrl = "https://smba.trafficmanager.net/amer/" } },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_wrong_token_is_403(string what, Func<ForgedToken, ForgedToken> forge) =>
        await Refused(bot.Message(what), "Bearer " + bot.Forge.Sign(forge(bot.GoodToken)));

    [Fact]
    public async Task A_token_signed_by_a_stranger_under_the_right_key_id_is_403()
    {
        var stranger = TokenForge.NewKey(["msteams"]) with { Id = bot.Forge.Key.Id };
        await Refused(bot.Message("étranger"), "Bearer " + bot.Forge.Sign(bot.GoodToken, stranger));
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_403()
    {
        var parts = bot.Forge.Sign(bot.GoodToken).Split('.');
        var other = bot.Forge.Sign(bot.GoodToken with { Expires = DateTimeOffset.UtcNow.AddDays(9) }).Split('.');
        await Refused(bot.Message("claims changés"), $"Bearer {parts[0]}.{other[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData(-4, 60)]
    [InlineData(-60, -4)]
    [InlineData(4, 60)]
    public async Task Clocks_may_differ_by_five_minutes(int notBefore, int expires)
    {
        var token = bot.GoodToken with
        {
            NotBefore = DateTimeOffset.UtcNow.AddMinutes(notBefore),
            Expires = DateTimeOffset.UtcNow.AddMinutes(expires),
        };
        (await bot.Post(bot.Message(), "Bearer " + bot.Forge.Sign(token))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_seen_before_still_speaks_only_for_its_service_address_and_channel()
    {
        var authorization = "Bearer " + bot.Forge.Sign(bot.GoodToken);
        (await bot.Post(bot.Message(), authorization)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Refused(
            bot.Message("autre service") with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }, authorization);
        await Refused(bot.Message("autre canal") with { ChannelId = "webchat" }, authorization);
        await Refused(bot.Message("sans canal") with { ChannelId = null }, authorization);
    }

    public static TheoryData<string> ForgedAddresses =>
    [
        "https://evil.example/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:8443/",
        "https://evil.smba.trafficmanager.net/",
        "http://127.0.0.1:3978/",
        "https://localhost/",
        "smba.trafficmanager.net",
    ];

    [Theory]
    [MemberData(nameof(ForgedAddresses))]
    public async Task A_service_address_that_is_not_Teams_is_403_even_with_a_token_for_it(string address)
    {
        var token = bot.Forge.Sign(TokenForge.Good(ProductionBot.AppId, address));
        await Refused(bot.Message("adresse " + address) with { ServiceUrl = address }, "Bearer " + token);
    }

    public static TheoryData<string, Func<Activity, Activity>> OtherTenants => new()
    {
        {
            "conversation", it => it with { Conversation = it.Conversation! with { TenantId = ProductionBot.OtherTenant } }
        },
        { "channel data", it => it with { ChannelData = ProductionBot.Tenants(ProductionBot.OtherTenant) } },
        { "none", it => it with { ChannelData = null, Conversation = it.Conversation! with { TenantId = null } } },
    };

    [Theory]
    [MemberData(nameof(OtherTenants))]
    public async Task Another_tenant_is_403(string where, Func<Activity, Activity> change) =>
        await Refused(
            change(bot.Message("locataire " + where)), "Bearer " + bot.Forge.Sign(bot.GoodToken));

    [Fact]
    public async Task Either_place_may_name_the_tenant()
    {
        var message = bot.Message();
        (await bot.Post(message with { ChannelData = null })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var elsewhere = bot.Message() with { Conversation = message.Conversation! with { TenantId = null } };
        (await bot.Post(elsewhere)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tokens_secrets_texts_and_names_are_not_logged()
    {
        var token = bot.Forge.Sign(bot.GoodToken);
        await bot.Post(bot.Message("Monsieur Untel est tombé"), "Bearer " + token);
        await Refused(bot.Message("Madame Unetelle aussi") with { ChannelId = "webchat" }, "Bearer " + token);

        bot.Bot.Log.Lines.ShouldNotBeEmpty();
        foreach (var line in bot.Bot.Log.Lines)
        {
            line.ShouldNotContain("Untel");
            line.ShouldNotContain("Unetelle");
            line.ShouldNotContain("Le Goff");
            line.ShouldNotContain(token);
            line.ShouldNotContain("tres-secret");
        }
    }

    private async Task Refused(Activity activity, string authorization)
    {
        (await bot.Post(activity, authorization)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        bot.Heard(activity.Text!).ShouldBeFalse();
    }
}
