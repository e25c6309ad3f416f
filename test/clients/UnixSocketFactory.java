// SPDX-License-Identifier: PostgreSQL
// A socket factory for the JDBC driver that leads to the server's Unix socket ($PGHOST, $PGPORT), whatever address is asked for.

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

public class UnixSocketFactory extends SocketFactory {
	static class UnixSocket extends Socket {
		private final SocketChannel channel;

		UnixSocket() throws IOException {
			channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		}

		@Override
		public void connect(SocketAddress address, int timeout) throws IOException {
			channel.connect(UnixDomainSocketAddress.of(System.getenv("PGHOST") + "/.s.PGSQL." + System.getenv("PGPORT")));
		}

		@Override
		public void connect(SocketAddress address) throws IOException {
			connect(address, 0);
		}

		@Override
		public InputStream getInputStream() {
			return Channels.newInputStream(channel);
		}

		@Override
		public OutputStream getOutputStream() {
			return Channels.newOutputStream(channel);
		}

		@Override
		public boolean isConnected() {
			return channel.isConnected();
		}

		@Override
		public boolean isClosed() {
			return !channel.isOpen();
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}

		// what the driver sets for TCP
		@Override
		public void setTcpNoDelay(boolean on) {
		}

		@Override
		public void setKeepAlive(boolean on) {
		}

		@Override
		public void setSoTimeout(int timeout) {
		}

		@Override
		public int getSoTimeout() {
			return 0;
		}

		@Override
		public int getSendBufferSize() {
			return 8192;
		}
	}

	@Override
	public Socket createSocket() throws IOException {
		return new UnixSocket();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		Socket socket = createSocket();
		socket.connect(null);
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return createSocket(host, port);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return createSocket("", port);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return createSocket("", port);
	}
}
