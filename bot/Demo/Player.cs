using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Simulator;
using ConcertationBot.Turns;

namespace ConcertationBot.Demo;

/// <summary>Someone of the territory, at their chat or at their mail.</summary>
/// <param name="account">Their account in Teams; null for who has mail only.</param>
internal sealed class Player(DemoStage stage, PersonId id, string name, string? mail, SimulatedPerson? account)
{
    public PersonId Id => id;

    public string Name => name;

    public bool HasAccount => account is not null;

    /// <summary>Whether they wrote, clicked or opened a link of theirs.</summary>
    public bool Played { get; private set; }

    private SimulatedPerson Account => account ?? throw new StepFailedException($"{name} n’a pas de compte");

    private IReadOnlyList<SimulatedMessage> Received =>
        account is null ? [] : [.. stage.Teams.Messages(account.Id).Where(m => m.FromBot)];

    /// <summary>Writes to the bot and reads what it answers.</summary>
    public async Task<Heard> Say(string text)
    {
        await OnStage();
        var before = Received.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        Accepted(await stage.Client.Say(Account, text, stage.Stop));
        var news = Received.Where(m => !before.Contains(m.Id)).ToList();
        Check.That(news.Count > 0, $"rien n’a été répondu à {name}");
        return new Heard(name, [.. news.Select(m => m.Activity.Text).OfType<string>()], [.. news.SelectMany(CardsOf)]);
    }

    /// <summary>« clos le vote », and yes to cutting it short where answers are still awaited.</summary>
    public async Task<Heard> ClosesVote()
    {
        var said = await Say("clos le vote");
        return said.Words.Contains("Clore ce vote maintenant", StringComparison.Ordinal)
            ? await said.Card("Clore ce vote maintenant").Press("Clore maintenant")
            : said;
    }

    /// <summary>Attaches a file in the conversation and reads what the bot answers.</summary>
    public async Task<Heard> Attach(string file, byte[] bytes)
    {
        await OnStage();
        var before = Received.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        Accepted(await stage.Client.Attach(Account, file, bytes, stage.Stop));
        var news = Received.Where(m => !before.Contains(m.Id)).ToList();
        return new Heard(name, [.. news.Select(m => m.Activity.Text).OfType<string>()], [.. news.SelectMany(CardsOf)]);
    }

    public Task<byte[]> Download(Uri address)
    {
        Played = true;
        return stage.Http.GetByteArrayAsync(address, stage.Stop);
    }

    public async Task<Heard> Press(CardInHand card, string verb, JsonObject data)
    {
        await OnStage();
        return Answer(card, await stage.Client.Press(Account, card.Message, verb, data, stage.Stop));
    }

    /// <summary>Two clicks at once, each delivered twice.</summary>
    public async Task<IReadOnlyList<Heard>> PressTwice(CardInHand card, string verb, JsonObject data)
    {
        await OnStage();
        var one = stage.Teams.Execute(Account, card.Message, verb, data);
        var other = stage.Teams.Execute(Account, card.Message, verb, data);
        var answers = await Task.WhenAll(new[] { one, other, one, other }.Select(a => stage.Client.Post(a, stage.Stop)));
        return [.. answers.Where(a => a.Body.Length > 0).Select(a => Answer(card, a))];
    }

    /// <summary>The newest card in the conversation that says all of this; waits for it.</summary>
    public Task<CardInHand> Card(params string[] words) => stage.Eventually(
        () => Received.Reverse().SelectMany(CardsOf).FirstOrDefault(c => words.All(w => Plain.Has(c.Words, w))),
        () => $"{name} n’a pas reçu de carte avec « {string.Join(" », « ", words)} »");

    public int CardsWith(params string[] words) =>
        Received.SelectMany(CardsOf).Count(c => words.All(w => Plain.Has(c.Words, w)));

    /// <summary>The newest letter whose subject or text says all of this; waits for it.</summary>
    public Task<Letter> Letter(params string[] words) => stage.Eventually(
        () => Letters(words).FirstOrDefault(), () => $"{name} n’a pas reçu de courriel avec « {string.Join(" », « ", words)} »");

    public IEnumerable<Letter> Letters(params string[] words) => stage.Mail.To(mail ?? "-")
        .Where(l => words.All(w => Plain.Has($"{l.Subject}\n{l.Text}", w)));

    /// <summary>Opens the personal link of a letter, as a click in a mail program does.</summary>
    public Task<PersonalPage> Open(Letter letter)
    {
        Played = true;
        return PersonalPage.Open(stage.Http, letter.Link, stage.Stop);
    }

    private Task OnStage()
    {
        Played = true;
        return stage.Quiet();
    }

    private Heard Answer(CardInHand clicked, TurnAnswer answer)
    {
        Accepted(answer);
        var said = JsonSerializer.Deserialize(answer.Body, TurnJson.Default.CardActionAnswer)
            ?? throw new StepFailedException($"une réponse vide au clic de {name}");
        return said.Type switch
        {
            CardActionAnswer.Card => new Heard(name, [], [new CardInHand(this, clicked.Message, said.Value)]),
            CardActionAnswer.Message => new Heard(name, [said.Value.GetString() ?? ""], []),
            _ => throw new StepFailedException($"le clic de {name} a été refusé : {said.Value.GetRawText()}"),
        };
    }

    private void Accepted(TurnAnswer answer) =>
        Check.That(answer.Status is >= 200 and < 300, $"le bot a répondu {Plain.Number(answer.Status)} à {name}");

    private IEnumerable<CardInHand> CardsOf(SimulatedMessage message) =>
        (message.Activity.Attachments ?? [])
            .Where(a => a is { ContentType: Attachment.AdaptiveCard, Content: not null })
            .Select(a => new CardInHand(this, message.Id, a.Content!.Value));
}
