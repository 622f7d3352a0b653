using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Channel;

/// <summary>What an activity must be before the bot looks at what it says.</summary>
public sealed class TurnRules(BotOptions options, ServiceHosts hosts)
{
    private readonly HashSet<string> _tenants = new(options.AllowedTenants, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why it isn't taken, or null. Status 400: not whole; 403: not from where it may come.</summary>
    public Problem? Refuses(Activity activity, Sender sender)
    {
        if (string.IsNullOrEmpty(activity.Type) || string.IsNullOrEmpty(activity.Conversation?.Id)
            || string.IsNullOrEmpty(activity.From?.Id) || string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return new Problem(
                StatusCodes.Status400BadRequest, "type, conversation, from and serviceUrl are needed", null);
        }

        if (sender is Sender.Channel channel && !channel.SpeaksFor(activity))
        {
            return new Problem(StatusCodes.Status403Forbidden, "The token is not for this activity", null);
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            return new Problem(StatusCodes.Status403Forbidden, "The service address is not allowed", null);
        }

        return FromAllowedTenant(activity)
            ? null
            : new Problem(StatusCodes.Status403Forbidden, "The tenant is not allowed", null);
    }

    // Each tenant the activity names must be allowed; where there is a list, one must be named.
    private bool FromAllowedTenant(Activity activity)
    {
        if (_tenants.Count == 0)
        {
            return true;
        }

        string?[] named = [activity.ChannelTenant(), activity.Conversation?.TenantId];
        return named.Any(tenant => tenant is not null)
            && named.All(tenant => tenant is null || _tenants.Contains(tenant));
    }
}
