using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Homeostat.Emulator;

/// <summary>The self-signed certificate of this state folder: made at first start, kept, told by its thumbprint so that a client can pin it.</summary>
internal static class ServerCertificate
{
    /// <summary>The certificate without its key, beside the state.</summary>
    internal const string PublicFile = "certificate.pem";

    private const int Years = 5;

    internal static X509Certificate2 LoadOrMake(string folder, DateTimeOffset now)
    {
        string path = Path.Combine(folder, "certificate.pfx");
        if (File.Exists(path) && Load(path) is var kept && kept.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(1)) return kept;
        using (var made = Make(now))
        {
            using (var file = OwnerOnly.Create(path + ".tmp")) file.Write(made.Export(X509ContentType.Pkcs12));
            File.Move(path + ".tmp", path, overwrite: true);
            File.WriteAllText(Path.Combine(folder, PublicFile), made.ExportCertificatePem() + "\n");
        }
        return Load(path);
    }

    /// <summary>What keys and tokens are made from: known to whoever may read the state folder, and to nobody else.</summary>
    internal static byte[] Secret(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return SHA256.HashData(key.ExportPkcs8PrivateKey());
    }

    private static X509Certificate2 Load(string path)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException e)
        {
            throw new EmulatorException($"The certificate '{path}' cannot be read ({e.Message}). Clients have pinned it, so it is not replaced silently. Restore it, or delete it to have a new one made, and pin that.", e);
        }
    }

    private static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Homeostat emulator", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
    }
}
