using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace Trialist.Registry.Sync;

/// <summary>Speaks to ClinicalTrials.gov API v2: one request at a time, with a pause between two, and patience with a source that is busy.</summary>
internal sealed class StudyApi : IDisposable
{
    // An address that nobody answers at, from the start, is more likely mistyped or out of reach than busy: nobody wants to wait minutes for that.
    private const int RetriesBeforeFirstAnswer = 2;

    private const int MaxPageBytes = 512 * 1024 * 1024; // a page of 1,000 studies has about 20 MB

    private readonly HttpClient client;
    private readonly SyncOptions options;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<StudyPage?> patience;
    private long askedAt;
    private int tries;
    private bool hasAnswered;

    public StudyApi(SyncOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 })
        {
            BaseAddress = options.Source,
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = MaxPageBytes,
        };
        var version = Assembly.GetExecutingAssembly().GetName().Version;
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Trialist", version?.ToString(3) ?? "0"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        patience = new ResiliencePipelineBuilder<StudyPage?> { TimeProvider = time }.AddRetry(Retry()).Build();
    }

    /// <summary>A page of studies; null when the source says that nothing changed since an entity tag.</summary>
    /// <exception cref="TrialistException">The source cannot be reached, refuses, or stays broken.</exception>
    public async Task<StudyPage?> GetAsync(string query, string? etag, CancellationToken cancellation)
    {
        tries = 0;
        try
        {
            return await patience.ExecuteAsync(async token => await AskAsync(query, etag, token), cancellation);
        }
        catch (Exception e) when (IsTransient(e, cancellation))
        {
            throw new TrialistException(
                $"{options.Source.Authority} could not be read after {tries} {(tries == 1 ? "try" : "tries")}: {Words(e)} Run the command again: it goes on where it was.", e);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<StudyPage?> AskAsync(string query, string? etag, CancellationToken cancellation)
    {
        tries++;
        await PauseAsync(cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, query);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        hasAnswered = true;
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await RefusalAsync(response, cancellation);
        }

        return StudyPage.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), response.Headers.ETag?.ToString());
    }

    private async Task PauseAsync(CancellationToken cancellation)
    {
        if (askedAt != 0 && options.Pause - time.GetElapsedTime(askedAt) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellation);
        }

        askedAt = time.GetTimestamp();
    }

    private async Task<Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        const int Longest = 200;
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
        {
            return new BusyException(response.StatusCode, RetryAfterOf(response));
        }

        var words = (await response.Content.ReadAsStringAsync(cancellation)).ReplaceLineEndings(" ").Trim();
        return new RefusedRequestException($"{options.Source.Authority} refused the request ({(int)response.StatusCode}): {(words.Length <= Longest ? words : words[..Longest] + "…")}");
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - (response.Headers.Date ?? DateTimeOffset.UtcNow),
        _ => null,
    };

    // The standard's HTTP retry (exponential, jitter) with the source's own Retry-After before it; a cut-off body is tried again as well.
    private RetryStrategyOptions<StudyPage?> Retry() => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        MaxDelay = TimeSpan.FromMinutes(5),
        ShouldHandle = arguments => new ValueTask<bool>(
            arguments.Outcome.Exception is { } failure && IsTransient(failure, arguments.Context.CancellationToken)
            && (hasAnswered || !IsOutOfReach(failure) || arguments.AttemptNumber < RetriesBeforeFirstAnswer)),
        OnRetry = arguments =>
        {
            var seconds = Math.Max(1, Math.Ceiling(arguments.RetryDelay.TotalSeconds));
            options.Waiting?.Invoke($"{options.Source.Authority} could not be read: {Words(arguments.Outcome.Exception!)} Trying again in {seconds:N0} s.");
            return ValueTask.CompletedTask;
        },
        DelayGenerator = arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as BusyException)?.RetryAfter),
    };

    private static bool IsTransient(Exception failure, CancellationToken cancellation) => failure switch
    {
        BusyException or HttpRequestException or HttpIOException or JsonException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested, // the timeout of one answer
        _ => false,
    };

    private static bool IsOutOfReach(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };

    private static string Words(Exception failure) => failure switch
    {
        BusyException busy => $"it answered {(int)busy.Status}.",
        JsonException => "its answer was cut off or no page of studies.",
        OperationCanceledException => "it did not answer in time.",
        HttpRequestException { InnerException: HttpIOException or IOException } or HttpIOException => "its answer broke off.",
        _ => $"{failure.Message.TrimEnd('.')}.",
    };

    private sealed class BusyException(HttpStatusCode status, TimeSpan? retryAfter) : Exception
    {
        public HttpStatusCode Status { get; } = status;

        public TimeSpan? RetryAfter { get; } = retryAfter;
    }
}
