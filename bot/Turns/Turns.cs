using System.Text.Json;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Help;
using ConcertationBot.Directories;
using ConcertationBot.Documents;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Meetings;

namespace ConcertationBot.Turns;

/// <summary>From an authenticated activity to the verb or command that handles it, and its answer back.</summary>
public sealed class Turns(
    TextMessages texts, ReceiveFiles files, Answers answers, Territories territories, IRosters rosters, IChatAddresses addresses,
    MeetingEvents meetings, ChoicesAsked choices, MessageAction messageAction, MessageRhythm rhythm, IServiceProvider services) : ITurns
{
    public async Task Message(Activity activity, CancellationToken cancel)
    {
        if (Caller.Of(activity) is not { } caller)
        {
            return;
        }

        if (rhythm.Next(caller) is not Tempo.Fine and var tempo)
        {
            // Said once: an answer to each would be as many again.
            await answers.Give(caller, tempo == Tempo.JustTooMuch ? Say.Only(HelpTexts.TooMany) : [], cancel);
            return;
        }

        if (ClickOf(caller, activity, activity.Value) is var (verb, click))
        {
            await answers.Give(caller, await Handle(verb, click, cancel), activity.ReplyToId, cancel);
            return;
        }

        if (caller.IsPersonal && await files.Answer(caller, activity, cancel) is { } received)
        {
            await answers.Give(caller, received, cancel);
            return;
        }

        await answers.Give(caller, await texts.Answer(caller, activity.TextToBot(), Caller.OperationOf(activity), cancel), cancel);
    }

    public async Task<InvokeAnswer> Invoke(Activity activity, CancellationToken cancel)
    {
        if (activity.Name == ChoicesAsked.Invoke)
        {
            return Caller.Of(activity) is { } typing ? await choices.Answer(typing, activity.Value, cancel) : InvokeAnswer.Error(400, "NoEntraId", HelpTexts.Anonymous);
        }

        if (activity.Name is MessageAction.Fetch or MessageAction.Submit)
        {
            return await OnMessage(activity, cancel);
        }

        if (activity.Name != "adaptiveCard/action")
        {
            return InvokeAnswer.NotImplemented;
        }

        if (Caller.Of(activity) is not { } caller)
        {
            return InvokeAnswer.Error(400, "NoEntraId", HelpTexts.Anonymous);
        }

        if (activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object
            || ClickOf(caller, activity, action) is not var (verb, click))
        {
            return InvokeAnswer.Error(400, "UnknownVerb", HelpTexts.UnknownVerb);
        }

        return await Handle(verb, click, cancel) switch
        {
            CardAnswer.Card it => InvokeAnswer.Card(CardJson.Utf8(it.Shown)),
            CardAnswer.Message it => InvokeAnswer.Text(it.Text),
            CardAnswer.Refused it => InvokeAnswer.Text(it.Text),
            _ => throw new InvalidOperationException("no such answer"),
        };
    }

    /// <summary>The message action and the dialog it opens, wherever the message stands.</summary>
    private async Task<InvokeAnswer> OnMessage(Activity activity, CancellationToken cancel)
    {
        if (Caller.Of(activity) is not { } caller)
        {
            return MessageAction.Answer(new CardAnswer.Refused(HelpTexts.Anonymous));
        }

        if (activity.Name == MessageAction.Fetch)
        {
            return await messageAction.Open(caller, activity, cancel);
        }

        return activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data)
            && ClickOf(caller, activity, data) is var (verb, click) && MessageAction.Verbs.Contains(verb.Verb)
                ? MessageAction.Answer(await ((ICardClick)services.GetRequiredService(verb.Click)).Handle(click, cancel))
                : MessageAction.Answer(new CardAnswer.Refused(HelpTexts.UnknownVerb));
    }

    public async Task Roster(Activity activity, CancellationToken cancel)
    {
        if (Caller.Of(activity) is not { IsPersonal: true } caller)
        {
            return;
        }

        var gone = activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" };
        foreach (var territory in await territories.Of(caller, cancel))
        {
            var person = await rosters.Identify(territory.Id, caller.EntraId, cancel) ?? Partners.IdOf(caller.EntraId);
            await (gone
                ? addresses.Forget(territory.Id, person, cancel)
                : addresses.Remember(territory.Id, person, caller.Address, cancel));
        }

        if (activity is { Type: ActivityTypes.InstallationUpdate, Action: "add" })
        {
            await answers.Give(caller, await texts.Answer(caller, "aide", Caller.OperationOf(activity), cancel), cancel);
        }
    }

    public Task Event(Activity activity, CancellationToken cancel) => meetings.Handle(activity, cancel);

    /// <summary>A thumb up isn't a vote: reactions change nothing.</summary>
    public Task Reaction(Activity activity, CancellationToken cancel) => Task.CompletedTask;

    public bool RecordsItself(Activity activity) =>
        activity.Type == ActivityTypes.Invoke && activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && CardVerbs.Find(VerbOf(action)) is { RecordsItself: true };

    private Task<CardAnswer> Handle(CardVerb verb, CardClick click, CancellationToken cancel) =>
        click.Caller.IsPersonal || verb.InGroups
            ? ((ICardClick)services.GetRequiredService(verb.Click)).Handle(click, cancel)
            : Task.FromResult<CardAnswer>(new CardAnswer.Refused(HelpTexts.PersonalOnly));

    /// <summary>
    /// The verb and its data: of an Execute, {verb, data}; of a Submit, the data itself with the verb inside it.
    /// </summary>
    private static (CardVerb Verb, CardClick Click)? ClickOf(Caller caller, Activity activity, JsonElement? action)
    {
        if (action is not { ValueKind: JsonValueKind.Object } clicked || CardVerbs.Find(VerbOf(clicked)) is not { } verb)
        {
            return null;
        }

        var data = clicked.TryGetProperty("data", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : clicked;
        return (verb, new CardClick(caller, data, Caller.OperationOf(activity)));
    }

    private static string? VerbOf(JsonElement action) =>
        action.TryGetProperty(CardButton.VerbKey, out var verb) ? verb.TextOrNull() : null;
}
